package org.stillwater.it.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Operator;
import org.stillwater.it.container.SharedPair;
import org.stillwater.it.replica.PostgresPair;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.ReplicaReport.State;

/** Who reads from where, whatever way he reads; and that nobody sees the past. */
@ArquillianTest
@RunAsClient
public abstract class AbstractReplicaShopIT {
    private static final String PRIMARY = "primary";
    private static final String STANDBY = "standby";

    /** Outside of a transaction JPA writes nothing. */
    private static final Set<Place> WRITING = EnumSet.complementOf(EnumSet.of(Place.OUTSIDE));

    /** A new one for each test, so that nothing of it is in any cache. */
    private static long lastId;

    private final Operator operator;
    private final PostgresPair pair = SharedPair.get();

    @ArquillianResource
    private URL base;

    private ShopClient shop;

    protected AbstractReplicaShopIT() {
        this.operator = Operator.of(getClass());
    }

    @BeforeEach
    void fill() throws Exception {
        lastId += 10;
        pair.onPrimary("insert into Item values (" + lastId + ", 0, 'first')");
        awaitReplayed();
        shop = new ShopClient(base.toURI(), lastId);
        for (Place place : Place.values()) {
            assertThat(shop.side(place)).as("%s", place).isEqualTo(PRIMARY);
        }
    }

    @AfterEach
    void leave() {
        shop.open();
        operator.leave();
    }

    private void awaitReplayed() throws SQLException {
        String at = pair.askPrimary("select pg_current_wal_lsn()");
        Awaitility.await()
                .until(() -> pair.askReplica("select pg_last_wal_replay_lsn() >= '" + at + "'")
                        .equals("t"));
    }

    private void enterAndAwait(State state) {
        operator.enter();
        await(state);
    }

    private void await(State state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(replicas()).isNotEmpty().allMatch(replica -> replica.state() == state));
    }

    private List<ReplicaReport> replicas() {
        return operator.report().replicas();
    }

    private void assertSide(Place place, String side) {
        assertThat(shop.side(place)).as("%s", place).isEqualTo(side);
    }

    @Test
    void reads_go_to_the_replica_in_read_only_mode_only() {
        for (int window = 0; window < 2; window++) {
            enterAndAwait(State.READY);
            assertSides(STANDBY);
            assertSeesTheLatest("first");
            operator.leave();
            assertSides(PRIMARY);
            assertSeesTheLatest("first");
        }
    }

    @Test
    void what_was_written_last_is_read_in_the_window_and_what_is_written_after_it_at_once() {
        for (Place place : WRITING) {
            assertThat(shop.call(place, "rename")).isEqualTo("written");
            enterAndAwait(State.READY);
            assertSide(place, STANDBY);
            assertThat(shop.read(place)).as("%s", place).matches("renamed(,renamed,renamed)?");
            operator.leave();
            assertThat(shop.call(place, "add", added(place))).isEqualTo("written");
            assertThat(shop.call(place, "read", added(place))).as("%s", place).matches("added(,added,added)?");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"EJB", "TRANSACTIONAL", "LOCAL", "OWN", "JDBC_LOCAL", "JDBC_JTA"})
    void a_transaction_ends_where_it_has_begun(Place place) throws Exception {
        var before = shop.hold(place, "pause");
        enterAndAwait(State.READY);
        shop.open();
        assertThat(before.get()).as("begun before the window").isEqualTo("primary primary");
        var within = shop.hold(place, "pause");
        operator.leave();
        shop.open();
        assertThat(within.get()).as("begun in the window").isEqualTo("standby standby");
        assertSide(place, PRIMARY);
    }

    @Test
    void a_replica_that_lags_is_not_read() throws Exception {
        pair.pause();
        try {
            for (Place place : WRITING) {
                shop.call(place, "add", added(place));
            }
            operator.enter();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(replicas())
                            .allMatch(replica -> replica.state() == State.BEHIND
                                    && replica.detail().contains("does not show everything")));
            for (Place place : Place.values()) {
                assertSide(place, PRIMARY);
                assertSeesWhatWasAdded(place);
            }
        } finally {
            pair.resume();
        }
        await(State.READY);
        for (Place place : Place.values()) {
            assertSide(place, STANDBY);
            assertSeesWhatWasAdded(place);
        }
    }

    private static long added(Place place) {
        return lastId + 1 + place.ordinal();
    }

    private void assertSeesWhatWasAdded(Place reader) {
        for (Place writer : WRITING) {
            assertThat(shop.call(reader, "read", added(writer)))
                    .as("%s by %s", writer, reader)
                    .matches("added(,added,added)?");
        }
    }

    @Test
    void a_replica_that_is_gone_is_missed_by_nobody_and_read_again_when_it_is_back() throws Exception {
        enterAndAwait(State.READY);
        assertSides(STANDBY);
        pair.stopReplica();
        try {
            assertSides(PRIMARY);
            await(State.UNUSABLE);
            assertSides(PRIMARY);
        } finally {
            pair.startReplica();
        }
        await(State.READY);
        assertSides(STANDBY);
    }

    private void assertSides(String side) {
        for (Place place : Place.values()) {
            assertSide(place, side);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "rename", "rename-by-sql"})
    void a_write_is_refused_on_the_replica_too(String write) throws Exception {
        enterAndAwait(State.READY);
        for (Place place : WRITING) {
            assertSide(place, STANDBY);
            HttpResponse<String> refused = shop.trial(place, write, write.equals("add") ? added(place) : lastId);
            assertThat(refused.statusCode()).as("%s: %s", place, refused.body()).isEqualTo(503);
            assertThat(shop.read(place)).as("%s", place).matches("first(,first,first)?");
        }
        assertThat(pair.askPrimary("select string_agg(id || name || version, ' ') from Item where id >= " + lastId))
                .isEqualTo(lastId + "first0");
        operator.leave();
        for (Place place : WRITING) {
            long id = write.equals("add") ? added(place) : lastId;
            assertThat(shop.call(place, write, id)).as("%s", place).isEqualTo("written");
        }
    }

    @Test
    void after_the_lift_nobody_sees_the_past() throws Exception {
        enterAndAwait(State.READY);
        for (Place place : Place.values()) {
            assertThat(shop.read(place)).as("%s", place).matches("first(,first,first)?");
        }
        pair.pause();
        try {
            operator.leave();
            pair.onPrimary("update Item set name = 'later', version = 1 where id = " + lastId);
            assertSeesTheLatest("later");
            assertThat(shop.call(Place.EJB, "rename")).isEqualTo("written");
            for (Place place : List.of(Place.EJB, Place.TRANSACTIONAL, Place.OUTSIDE, Place.JDBC_JTA)) { // of one cache
                assertThat(shop.read(place)).as("%s", place).matches("renamed(,renamed,renamed)?");
            }
        } finally {
            pair.resume();
        }
    }

    private void assertSeesTheLatest(String name) {
        for (Place place : Place.values()) {
            assertThat(shop.read(place)).as("%s", place).matches(name + "(," + name + "," + name + ")?");
        }
    }

    /** It may see the past itself, because it began in the window; nobody else sees what it has left in a cache. */
    @ParameterizedTest
    @EnumSource
    void a_transaction_that_outlasts_the_window_leaves_nothing_old_behind(Place place) throws Exception {
        enterAndAwait(State.READY);
        var within = shop.hold(place, "pause-read");
        pair.pause();
        try {
            operator.leave();
            pair.onPrimary("update Item set name = 'later', version = 1 where id = " + lastId);
            shop.open();
            assertThat(within.get()).startsWith("standby ");
            assertSeesTheLatest("later");
        } finally {
            pair.resume();
        }
    }
}
