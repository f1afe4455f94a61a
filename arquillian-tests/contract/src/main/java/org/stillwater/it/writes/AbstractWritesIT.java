package org.stillwater.it.writes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

@ArquillianTest
@RunAsClient
public abstract class AbstractWritesIT {
    private final Operator operator = Operator.of(AbstractWritesIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractWritesIT.class)
                .addPackage(AbstractWritesIT.class.getPackage())
                .deleteClass(AbstractWritesIT.class)
                .addClass(Database.class);
    }

    @BeforeEach
    void emptyLedger() throws Exception {
        Database.execute("drop table if exists ledger");
        Database.execute("create table ledger (line text)");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stateless", "singleton", "plain", "transactional"})
    void writes_are_refused_and_skipped_while_a_window_is_open_and_resume_afterwards(String clerk) throws Exception {
        assertThat(call(clerk, "refused", "before")).isEqualTo("written");
        operator.enter();
        assertThat(call(clerk, "refused", "during")).isEqualTo("refused for window test");
        assertThat(call(clerk, "skipped", "during")).isEqualTo("0");
        assertThat(call(clerk, "reads", "")).isEqualTo("read");
        assertThat(lines()).containsExactly("before");
        operator.leave();
        assertThat(call(clerk, "refused", "after")).isEqualTo("written");
        assertThat(call(clerk, "skipped", "after, too")).isEqualTo("7");
        assertThat(lines()).containsExactly("before", "after", "after, too");
    }

    @Test
    void the_flags_are_live_and_each_change_is_an_event() throws Exception {
        int before = flags()[1].split(",", -1).length;
        operator.enter();
        assertThat(flags()[0]).isEqualTo("READ_ONLY true");
        operator.leave();
        assertThat(flags()[0]).isEqualTo("READ_WRITE false");
        assertThat(flags()[1]).endsWith("DRAINING, READ_ONLY, READ_WRITE]");
        assertThat(before).isPositive();
    }

    @Test
    void a_marked_timer_is_skipped_while_others_go_on() throws Exception {
        Awaitility.await().until(() -> beats()[0] > 1);
        operator.enter();
        long[] atStart = beats();
        Awaitility.await().until(() -> beats()[1] > atStart[1] + 5);
        assertThat(beats()[0]).isEqualTo(atStart[0]);
        operator.leave();
        Awaitility.await().until(() -> beats()[0] > atStart[0]);
    }

    @Test
    void the_application_reports_under_its_name() {
        assertThat(operator.report().application()).isEqualTo(AbstractWritesIT.class.getSimpleName());
        assertThat(operator.report().process()).contains("@").contains("process");
    }

    private String call(String clerk, String method, String line) throws Exception {
        String query = "call?clerk=" + clerk + "&method=" + method + "&line="
                + java.net.URLEncoder.encode(line, java.nio.charset.StandardCharsets.UTF_8);
        return get(query);
    }

    private String[] flags() throws Exception {
        return get("flags").split("\\R", -1);
    }

    private long[] beats() throws Exception {
        String[] both = flags()[2].split(" ", -1);
        return new long[] {Long.parseLong(both[0]), Long.parseLong(both[1])};
    }

    private String get(String relative) throws Exception {
        URI uri = base.toURI().resolve(relative);
        var response = Http.get(uri);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static List<String> lines() throws Exception {
        return Database.texts("select line from ledger order by ctid");
    }
}
