package org.stillwater.it.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.Leftovers;
import org.stillwater.it.Operator;
import org.stillwater.it.container.Ports;

@ArquillianTest
@RunAsClient
public abstract class AbstractMessagesIT {
    protected static final String APPLICATION = "messages";

    /** More than any server delivers at the same time. */
    protected static final int MANY = 200;

    protected final Operator operator = Operator.of(AbstractMessagesIT.class);

    @ArquillianResource
    protected Deployer deployer;

    @Deployment(name = "leftovers", testable = false)
    public static WebArchive leftovers() {
        return Leftovers.war();
    }

    @Deployment(name = APPLICATION, managed = false, testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractMessagesIT.class)
                .addPackage(AbstractMessagesIT.class.getPackage())
                .deleteClass(AbstractMessagesIT.class)
                .addClass(Database.class);
    }

    @BeforeEach
    void noLines() throws Exception {
        Database.execute("drop table if exists message_line");
        Database.execute("create table message_line (text text, attempts int)");
        deployer.deploy(APPLICATION);
    }

    @AfterEach
    void leave() {
        try {
            operator.leave();
        } finally {
            deployer.undeploy(APPLICATION);
        }
    }

    @Test
    void messages_that_come_in_a_window_are_delivered_after_the_lift_for_the_first_time() throws Exception {
        operator.enter();
        send(MANY);
        await().until(() -> held() > 0);
        assertThat(texts()).isEmpty();

        operator.leave();

        await().until(() -> texts().size() >= MANY);
        assertThat(texts()).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(attempts()).containsOnly("1");
        await().until(() -> waiting().equals("0"));
        await().until(() -> held() == 0);
    }

    @Test
    void of_messages_that_are_on_their_way_when_a_window_opens_none_is_lost() throws Exception {
        send(MANY);
        await().until(() -> !texts().isEmpty());
        operator.enter();
        List<String> before = texts();
        await().until(() -> held() > 0 || before.size() == MANY);
        assertThat(texts()).containsExactlyInAnyOrderElementsOf(before);

        operator.leave();

        await().until(() -> texts().size() >= MANY);
        assertThat(texts()).containsExactlyInAnyOrderElementsOf(expected());
        assertThat(attempts()).containsOnly("1");
    }

    /** The server asks for the thread that holds a message. */
    @Test
    void an_application_that_holds_messages_is_undeployed_and_gets_them_when_it_is_back() throws Exception {
        operator.enter();
        send(1);
        await().until(() -> held() > 0);
        // Who sees nothing now would see nothing afterwards, whatever is left.
        assertThat(Leftovers.find()).isNotEmpty();
        long begin = System.nanoTime();
        deployer.undeploy(APPLICATION);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        await().until(() -> Leftovers.find().isEmpty());
        deployer.deploy(APPLICATION);
        await().until(() -> held() > 0);
        assertThat(texts()).isEmpty();

        operator.leave();

        await().until(() -> !texts().isEmpty());
        assertThat(texts()).containsExactly("message 1");
        assertThat(attempts()).as("attempts").singleElement().isIn("1", "2", "3");
    }

    protected final int held() {
        return operator.report().guards().stream()
                .filter(line -> line.startsWith("background work: "))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .sum();
    }

    protected static void send(int number) throws Exception {
        assertThat(ask("?send=" + number)).isEqualTo("sent");
    }

    /** How many messages are in the queue, if it is known. */
    protected static String waiting() throws Exception {
        return ask("");
    }

    private static String ask(String query) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + AbstractMessagesIT.class.getSimpleName()
                + "/messages" + query);
        var response = Http.get(uri);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static List<String> expected() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> "message " + number)
                .toList();
    }

    protected static List<String> texts() throws Exception {
        return Database.texts("select text from message_line");
    }

    protected static List<String> attempts() throws Exception {
        return Database.texts("select distinct attempts from message_line");
    }

    protected static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
