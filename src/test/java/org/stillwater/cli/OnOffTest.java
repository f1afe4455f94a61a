package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.OwnThread;

class OnOffTest {
    @TempDir
    Path directory;

    private SmallApplication shop;

    @BeforeEach
    void startApplication() {
        shop = new SmallApplication(directory, "shop");
    }

    @AfterEach
    void stopApplication() {
        shop.close();
    }

    @Test
    void entersAndLeaves() {
        Cli on = Cli.run("on", "--store", directory, "--reason", "Release 4.2", "--expected", "10m");
        assertThat(on.code()).isZero();
        assertThat(on.out()).contains("Read-only mode is in force", "epoch 2, verified", "shop 4.2", "off --name");
        assertThat(shop.begin("a write")).isFalse();

        Cli off = Cli.run("off", "--store", directory);
        assertThat(off.code()).isZero();
        assertThat(off.out()).contains("Lifted window 'maintenance'", "The mode is READ_WRITE (epoch 3)");
        await().until(() -> shop.begin("a write"));
    }

    @Test
    void takesTheStoreFromTheEnvironment() {
        Environment environment = new Environment(
                Map.of("STILLWATER_STORE", directory.toString()), Cli.ENVIRONMENT.clock(), false, "stillwater");
        assertThat(Cli.run(environment, "status").out()).contains(directory.toString(), "READ_WRITE");
    }

    @Test
    void namesStragglersAndGoesBack() {
        assertThat(shop.begin("OrderService.place")).isTrue();
        Cli on = Cli.run("on", "--store", directory, "--drain-timeout", "1s");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.out()).isEmpty();
        assertThat(on.err())
                .contains("Draining, ", "writes in flight 1, waiting for shop 4.2")
                .contains("Not drained within 1", "READ_WRITE again (epoch 2)", "OrderService.place")
                .contains("--drain-timeout", "--in-spite-of-stragglers");
        await().until(() -> shop.begin("another write"));
    }

    @Test
    void goesBackWhenAnApplicationObjects() throws Exception {
        shop.object("the payment run is not finished");
        Cli on = Cli.run("on", "--store", directory, "--name", "release");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.out()).isEmpty();
        assertThat(on.err())
                .contains("An application objects. The mode is READ_WRITE again (epoch 2)")
                .contains("shop (", "the payment run is not finished (release)")
                .contains("--in-spite-of-objections");
        Guide.wayOut("an application objects").says("An application objects", "on --in-spite-of-objections");
        await().until(() -> shop.begin("a write"));
        shop.end();

        JsonObject json = Cli.run("on", "--store", directory, "--json").json();
        assertThat(json.getString("outcome")).isEqualTo("objected");
        assertThat(json.getJsonArray("objections")).hasSize(1);

        Cli forced = Cli.run("on", "--store", directory, "--in-spite-of-objections");
        assertThat(forced.code()).isZero();
        assertThat(forced.out()).contains("verified");
        assertThat(shop.begin("a write")).isFalse();
    }

    @Test
    void goesOnInSpiteOfStragglersButSaysSo() {
        assertThat(shop.begin("OrderService.place")).isTrue();
        Cli on = Cli.run("on", "--store", directory, "--drain-timeout", "1s", "--in-spite-of-stragglers");
        assertThat(on.code()).isZero();
        assertThat(on.out()).contains("UNVERIFIED");
        assertThat(on.err()).contains("UNVERIFIED: these may still commit", "OrderService.place");
        assertThat(Cli.run("status", "--store", directory).out()).contains("UNVERIFIED");
        assertThat(Cli.run("status", "--store", directory, "--json").json().getBoolean("verified"))
                .isFalse();
        shop.end();
    }

    @Test
    void waitsForAWriteToEnd() {
        assertThat(shop.begin("OrderService.place")).isTrue();
        CompletableFuture<Cli> on = OwnThread.supply(() -> Cli.run("on", "--store", directory, "--json"));
        await().until(() -> shop.state().mode() == AccessMode.DRAINING);
        assertThat(Cli.run("status", "--store", directory).out()).contains("DRAINING", "back to READ_WRITE at");
        shop.end();
        assertThat(on.join().code()).isZero();
        assertThat(on.join().json().getString("outcome")).isEqualTo("entered");
    }

    @Test
    void aSecondOperatorIsToldWhoDrains() {
        assertThat(shop.begin("OrderService.place")).isTrue();
        CompletableFuture<Cli> on = OwnThread.supply(() -> Cli.run("on", "--store", directory));
        await().until(() -> shop.state().mode() == AccessMode.DRAINING);

        Cli second = Cli.run("on", "--store", directory, "--name", "mine", "--json");
        assertThat(second.code()).isEqualTo(3);
        assertThat(second.err()).contains("Somebody else is at it", "'maintenance'", "off --name maintenance");
        assertThat(second.json().getString("outcome")).isEqualTo("overtaken");

        assertThat(Cli.run("off", "--store", directory).code()).isZero();
        assertThat(on.join().code()).isEqualTo(3);
        assertThat(on.join().err()).contains("Somebody else has ended this drain");
        shop.end();
    }

    @Test
    void repeatingUpdatesTheWindowAndKeepsWhatIsNotSaidAgain() {
        Cli.run("on", "--store", directory, "--reason", "Release 4.2");
        String since = window(0).getString("since");

        Cli again = Cli.run("on", "--store", directory, "--expected", "1h30m");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("in force already", "is updated");
        assertThat(again.err()).contains("was open already", "another --name");
        assertThat(window(0).getString("since")).isEqualTo(since);
        assertThat(window(0).getString("reason")).isEqualTo("Release 4.2");
        assertThat(window(0).isNull("expectedEnd")).isFalse();
    }

    @Test
    void lastsUntilTheLastWindowIsLifted() {
        Cli.run("on", "--store", directory, "--name", "first");
        assertThat(Cli.run("on", "--store", directory, "--name", "second").out())
                .contains("is added");

        Cli unclear = Cli.run("off", "--store", directory);
        assertThat(unclear.code()).isEqualTo(2);
        assertThat(unclear.err()).contains("'first'", "'second'", "--all");
        assertThat(Cli.run("off", "--store", directory, "--name", "third").code())
                .isEqualTo(2);

        assertThat(Cli.run("off", "--store", directory, "--name", "first").out())
                .contains("stays READ_ONLY", "second");
        assertThat(Cli.run("off", "--store", directory, "--all").out()).contains("'second'", "READ_WRITE");
        assertThat(Cli.run("off", "--store", directory).out()).contains("No window was open");
        assertThat(Cli.run("off", "--store", directory, "--name", "first").code())
                .isZero();
    }

    @Test
    void anOverrunWindowSaysSo() {
        Cli.run("on", "--store", directory, "--expected", "1ms");
        assertThat(Cli.run("status", "--store", directory).out()).contains("OVERRUN by", "Europe/Berlin");
        assertThat(window(0).getBoolean("overrun")).isTrue();
    }

    @Test
    void withoutAnApplicationItIsAnErrorUnlessAllowed() throws Exception {
        Path other = directory.resolve("other");
        Files.createDirectories(other.resolve("mode"));
        Cli on = Cli.run("on", "--store", other);
        assertThat(on.code()).isEqualTo(4);
        assertThat(on.err()).contains("No running application", other.toString(), "STILL00601");

        Cli allowed = Cli.run("on", "--store", other, "--allow-no-application");
        assertThat(allowed.code()).isZero();
        assertThat(allowed.err()).contains("UNVERIFIED: no running application");
    }

    @Test
    void aDrainThatIsInterruptedIsAborted() throws Exception {
        assertThat(shop.begin("OrderService.place")).isTrue();
        CompletableFuture<Cli> on = new CompletableFuture<>();
        Thread operator = new Thread(() -> on.complete(Cli.run("on", "--store", directory)));
        operator.start();
        await().until(() -> shop.state().mode() == AccessMode.DRAINING);
        operator.interrupt();
        assertThat(on.get().code()).isEqualTo(3);
        assertThat(on.get().err()).contains("Interrupted. The mode is READ_WRITE again");
        await().until(() -> shop.state().mode() == AccessMode.READ_WRITE);
        shop.end();
    }

    @Test
    void onATerminalOneLineIsRewritten() {
        assertThat(shop.begin("OrderService.place")).isTrue();
        Environment terminal = new Environment(Map.of(), Cli.ENVIRONMENT.clock(), true, "stillwater");
        Cli on = Cli.run(terminal, "on", "--store", directory, "--drain-timeout", "1s");
        assertThat(on.err()).contains("\r\u001b[KDraining, ", "waiting for shop", "\r\u001b[K" + "Error:");
        shop.end();
    }

    @Test
    void quietIsQuiet() {
        Cli on = Cli.run("on", "--store", directory, "--quiet");
        assertThat(on.code()).isZero();
        assertThat(on.out()).isEmpty();
        assertThat(on.err()).isEmpty();
    }

    @Test
    void everyFieldOfTheJsonIsDocumented() throws Exception {
        String guide = Files.readString(Path.of("docs/operations.md"));
        assertThat(shop.begin("OrderService.place")).isTrue();
        Cli on = Cli.run("on", "--store", directory, "--drain-timeout", "1500ms", "--force", "--json");
        shop.end();
        assertThat(keys(on.json()))
                .contains("outcome", "owner", "ageMillis")
                .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
        assertThat(keys(Cli.run("off", "--store", directory, "--json").json()))
                .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    }

    private static Set<String> keys(JsonValue value) {
        Set<String> keys = new TreeSet<>();
        if (value instanceof JsonObject object) {
            keys.addAll(object.keySet());
            object.values().forEach(child -> keys.addAll(keys(child)));
        } else if (value instanceof JsonArray array) {
            array.forEach(child -> keys.addAll(keys(child)));
        }
        return keys;
    }

    private JsonObject window(int index) {
        return Cli.run("status", "--store", directory, "--json")
                .json()
                .getJsonArray("windows")
                .getJsonObject(index);
    }
}
