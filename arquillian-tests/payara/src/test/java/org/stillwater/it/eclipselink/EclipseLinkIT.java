package org.stillwater.it.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Operator;
import org.stillwater.it.OwnThread;

/** One application with a unit in JTA transactions, one on H2, one with transactions of its own, and one of its own. */
@ArquillianTest
@RunAsClient
class EclipseLinkIT {
    private static final List<String> UNDECLARED = List.of("plain", "archive", "local", "own");
    private static final Set<Way> LOCKS =
            Set.of(Way.FIND_PESSIMISTIC_WRITE, Way.FIND_PESSIMISTIC_READ, Way.LOCK_PESSIMISTIC_WRITE);
    /** What H2, or EclipseLink on it, cannot do at all. */
    private static final Set<Way> NOT_ON_H2 = Set.of(
            Way.PERSIST_IDENTITY,
            Way.NATIVE_CTE,
            Way.NATIVE_FUNCTION,
            Way.STORED_PROCEDURE,
            Way.JDBC_FUNCTION,
            Way.JDBC_DO);

    private final Operator operator = Operator.of(EclipseLinkIT.class);

    @ArquillianResource
    private URL base;

    private Shops shops;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Shops.addTo(Archives.war(EclipseLinkIT.class), Shops.persistenceXml("drop-and-create"));
    }

    @BeforeEach
    void fill() throws Exception {
        shops = new Shops(base.toURI());
        shops.fill();
        shops.evict("plain", "archive", "local", "own");
    }

    @AfterEach
    void leave() {
        shops.call("plain", "open");
        operator.leave();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void refuses_every_way_to_write_of_an_application_that_declares_nothing(Way way) throws Exception {
        operator.enter();
        for (String shop : UNDECLARED) {
            var before = shops.contents(shop);
            assertThat(shops.call(shop, way)).as(shop).startsWith("refused: ").doesNotContain("Shop.");
            assertThat(shops.contents(shop)).as(shop).isEqualTo(before);
            assertThat(shops.call(shop, "look"))
                    .as(shop)
                    .startsWith("name=first screws=1 tags=[old] parts=1 sql=first");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void refuses_every_way_to_write_of_a_declared_write(Way way) throws Exception {
        operator.enter();
        var before = shops.contents("plain");
        assertThat(shops.call("marked", way))
                .contains("'MarkedShop.inTransaction' is refused")
                .contains("window 'test'");
        assertThat(shops.contents("plain")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "NATIVE_ESCAPE")
    void admits_every_way_to_write_in_normal_mode_and_keeps_no_permit(Way way) throws Exception {
        for (String shop : shopsThatCan(way)) {
            shops.fill();
            shops.evict(shop);
            var before = shops.contents(shop);
            assertThat(shops.call(shop, way)).as(shop).isEqualTo("written");
            if (!LOCKS.contains(way)) {
                assertThat(shops.contents(shop)).as(shop).isNotEqualTo(before);
            }
        }
        operator.enter();
    }

    private static List<String> shopsThatCan(Way way) {
        List<String> able = new ArrayList<>(UNDECLARED);
        if (NOT_ON_H2.contains(way)) {
            able.remove("archive");
        }
        return able;
    }

    @Test
    void reads_go_on_during_a_window_and_writes_at_once_after_it() throws Exception {
        for (String shop : UNDECLARED) {
            operator.enter();
            assertThat(shops.call(shop, "look")).isEqualTo("name=first screws=1 tags=[old] parts=1 sql=first");
            assertThat(shops.call(shop, "evict")).isEqualTo("evicted");
            assertThat(shops.call(shop, "look")).isEqualTo("name=first screws=1 tags=[old] parts=1 sql=first");
            operator.leave();
            assertThat(shops.call(shop, Way.CHANGE_ATTRIBUTE)).isEqualTo("written");
            assertThat(shops.name(shop)).isEqualTo("changed");
            shops.fill();
            shops.evict("plain", "local", "own");
        }
    }

    /** PostgreSQL refuses itself, so it may be asked to execute what nobody knows. */
    @Test
    void a_function_that_only_reads_may_be_called_in_a_transaction_of_postgresql() {
        operator.enter();
        for (String shop : List.of("plain", "local", "own")) {
            assertThat(shops.call(shop, "read-function")).as(shop).isEqualTo("0 on");
        }
    }

    @Test
    void the_shared_cache_holds_what_the_database_holds_before_during_and_after_a_window() throws Exception {
        for (String shop : UNDECLARED) {
            assertThat(shops.call(shop, "look")).startsWith("name=first ").endsWith(" sql=first");
        }
        operator.enter();
        for (Way way : Way.values()) {
            for (String shop : UNDECLARED) {
                shops.call(shop, way);
                assertThat(shops.call(shop, "look")).as(shop + way).startsWith("name=first screws=1 tags=[old]");
            }
        }
        Database.execute(
                "update Part set name = 'migrated', version = version + 1; insert into Part_tags values (1, 'new')");
        operator.leave();
        for (String shop : List.of("plain", "local", "own")) {
            assertThat(shops.call(shop, "look"))
                    .as(shop)
                    .startsWith("name=migrated screws=1 ")
                    .contains("new")
                    .endsWith(" sql=migrated");
            assertThat(shops.call(shop, Way.CHANGE_EMBEDDABLE)).as(shop).isEqualTo("written");
            shops.evict("plain", "local", "own");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "archive", "local", "own"})
    void a_transaction_that_read_during_the_window_writes_no_more_after_it(String shop) throws Exception {
        operator.enter();
        var paused = shops.hold(shop, "pause");
        operator.leave();
        assertThat(shops.call(shop, "open")).isEqualTo("open");
        assertThat(paused.get()).startsWith("refused: STILL00604").contains("its transaction is read-only");
        assertThat(shops.name(shop)).isEqualTo("first");
    }

    static Stream<List<String>> pauses() {
        return UNDECLARED.stream().flatMap(shop -> Stream.of(List.of(shop, "pause"), List.of(shop, "pause-change")));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("pauses")
    void a_transaction_that_began_before_the_window_does_not_write_during_it(List<String> pause) throws Exception {
        String shop = pause.get(0);
        var paused = shops.hold(shop, pause.get(1));
        operator.enter();
        assertThat(shops.call(shop, "open")).isEqualTo("open");
        assertThat(paused.get()).startsWith("refused: ");
        assertThat(shops.name(shop)).isEqualTo("first");
        assertThat(shops.call(shop, "look")).startsWith("name=first ");
    }

    @Test
    void an_entity_manager_that_was_changed_before_the_window_is_not_saved_during_it() throws Exception {
        assertThat(shops.call("plain", "rename-in-conversation")).isEqualTo("renamed");
        operator.enter();
        assertThat(shops.call("plain", "save-conversation"))
                .startsWith("refused: ")
                .contains("'update of Part'");
        assertThat(shops.name("plain")).isEqualTo("first");
        assertThat(shops.call("plain", "look")).startsWith("name=first ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain hold",
                "plain hold-commit",
                "archive hold",
                "archive hold-commit",
                "local hold",
                "own hold"
            })
    void an_undeclared_write_holds_the_drain_until_it_is_committed(String how) throws Exception {
        String shop = how.split(" ", 2)[0];
        var write = shops.hold(shop, how.split(" ", 2)[1]);
        var waitedFor = new CompletableFuture<String>();
        var drain = OwnThread.supply(() -> operator.tryEnter(Duration.ofSeconds(60), progress -> {
                    if (progress.stragglers()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .contains("update")) {
                        waitedFor.complete("update");
                    }
                }))
                .whenComplete((result, problem) -> waitedFor.complete("nobody"));
        assertThat(waitedFor.get()).isEqualTo("update");
        if (!how.equals("archive hold-commit")) {
            // with an XA data source Payara lets others see what is flushed at commit, with this library and without
            assertThat(shops.name(shop)).isEqualTo("first");
        }
        assertThat(drain).isNotDone();
        assertThat(shops.call(shop, "open")).isEqualTo("open");
        assertThat(write.get()).isEqualTo("written");
        assertThat(drain.get().outcome()).isEqualTo(EnterResult.Outcome.ENTERED);
        assertThat(shops.name(shop)).isEqualTo("held");
    }

    @Test
    void reports_a_guard_for_each_unit_and_a_drain_that_the_database_confirms() throws Exception {
        UNDECLARED.forEach(shop -> shops.call(shop, "look"));
        operator.enter();
        UNDECLARED.forEach(shop -> shops.call(shop, "look"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(operator.report().guards())
                        .hasSize(4)
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("persistence unit 'shop' (PostgreSQL ")
                                .endsWith("): read-only transactions, verified"))
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("persistence unit 'archive' (H2 ")
                                .endsWith("): the database does not refuse; guarded by EclipseLink only"))
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("persistence unit 'local' (PostgreSQL ")
                                .endsWith("): read-only transactions, verified")));
        assertThat(operator.report().drains())
                .extracting(Object::toString)
                .contains("persistence unit 'shop': verified by PostgreSQL");
    }
}
