package org.stillwater.it.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jboss.arquillian.container.test.api.Deployer;
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
import org.stillwater.it.Leftovers;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;

@ArquillianTest
@RunAsClient
public abstract class AbstractTimersIT {
    protected static final String APPLICATION = "timers";

    protected final Operator operator = Operator.of(AbstractTimersIT.class);

    @ArquillianResource
    protected Deployer deployer;

    @Deployment(name = "leftovers", testable = false)
    public static WebArchive leftovers() {
        return Leftovers.war();
    }

    @Deployment(name = APPLICATION, managed = false, testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractTimersIT.class)
                .addPackage(AbstractTimersIT.class.getPackage())
                .deleteClass(AbstractTimersIT.class)
                .addClass(Database.class);
    }

    @BeforeEach
    void noTimersAndNoLines() throws Exception {
        deployer.deploy(APPLICATION);
        for (String bean : List.of("direct", "scheduled", "calling", "swallowing", "without-transaction", "private")) {
            ask(bean, "cancel");
        }
        Database.execute("drop table if exists timer_line");
        Database.execute("create table timer_line (line text)");
    }

    @AfterEach
    void leave() {
        try {
            operator.leave();
        } finally {
            deployer.undeploy(APPLICATION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "scheduled", "calling", "swallowing", "without-transaction", "private"})
    void a_single_action_timer_that_comes_in_a_window_comes_once_after_the_lift(String bean) throws Exception {
        operator.enter();
        ask(bean, "once");
        await().until(() -> held() == 2);
        long first = Math.max(ask(bean, "next"), System.currentTimeMillis());
        await().until(() -> ask(bean, "next") > first);
        await().until(() -> held() == 2);
        assertThat(lines()).isEmpty();

        operator.leave();

        await().until(() -> ask(bean, "count") == 0);
        assertThat(lines()).containsExactly("line, not persistent", "line, persistent");
        await().until(() -> held() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "calling"})
    void a_calendar_timer_catches_up_once_and_keeps_its_next_time(String bean) throws Exception {
        operator.enter();
        ask(bean, "daily");
        await().until(() -> held() == 2);
        assertThat(lines()).isEmpty();

        operator.leave();

        await().until(() -> ask(bean, "count") == 2);
        assertThat(lines()).containsExactly("line, not persistent", "line, persistent");
        assertThat(ask(bean, "next") - System.currentTimeMillis())
                .isGreaterThan(Duration.ofHours(20).toMillis());
        ask(bean, "cancel");
    }

    /** Payara drops a timer with all its future if two callbacks in a row fail. */
    @Test
    void a_timer_that_comes_often_is_refused_again_and_again_and_goes_on_after_the_lift() throws Exception {
        operator.enter();
        ask("calling", "often");
        long before = ask("calling", "calls");
        await().until(() -> ask("calling", "calls") > before + 4);
        assertThat(ask("calling", "count")).isOne();
        assertThat(lines()).isEmpty();
        assertThat(held()).as("it comes by itself").isZero();

        operator.leave();

        await().until(() -> lines().size() > 2);
        ask("calling", "cancel");
    }

    /** In a window. */
    protected final void redeployWhileTimersAreHeld() throws Exception {
        operator.enter();
        ask("direct", "once");
        await().until(() -> held() == 2);
        // Who sees nothing now would see nothing afterwards, whatever is left.
        assertThat(Leftovers.find()).isNotEmpty();
        deployer.undeploy(APPLICATION);
        await().until(() -> Leftovers.find().isEmpty());
        deployer.deploy(APPLICATION);
    }

    /** How many timers wait for the lift, as the report says. */
    protected final int held() {
        return operator.report().guards().stream()
                .filter(line -> line.startsWith("background work: "))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .sum();
    }

    protected static long ask(String bean, String what) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + AbstractTimersIT.class.getSimpleName()
                + "/timers?line=line&bean=" + bean + "&do=" + what);
        var response = Http.get(uri);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Long.parseLong(response.body());
    }

    protected static List<String> lines() throws Exception {
        return Database.texts("select line from timer_line order by line");
    }

    protected static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
