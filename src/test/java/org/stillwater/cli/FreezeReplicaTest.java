package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.stillwater.cli.ObedientReplica.UNIT;
import static org.stillwater.cli.ObedientReplica.done;
import static org.stillwater.cli.ObedientReplica.says;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.ReplicaReport.State;

class FreezeReplicaTest {
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

    private Cli on(String... more) {
        String[] arguments = new String[more.length + 3];
        System.arraycopy(new String[] {"on", "--store", directory.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Cli.run((Object[]) arguments);
    }

    @Test
    void freezesAndSaysSo() {
        shop.replicate(says(ObedientReplica::done, "at 0/16B3748"));
        Cli on = on("--freeze-replica");
        assertThat(on.code()).isZero();
        assertThat(on.out())
                .contains("Read-only mode is in force", UNIT + " (java:/shop-replica): frozen, at 0/16B3748")
                .contains("see that there is room for it");
        assertThat(Cli.run("status", "--store", directory).out())
                .contains(", replicas frozen", "replica: " + UNIT + " (java:/shop-replica): frozen, at 0/16B3748");
        Cli off = Cli.run("off", "--store", directory);
        assertThat(off.out()).contains("The mode is READ_WRITE", "Goes on: " + UNIT);
    }

    @Test
    void aDatabaseWithoutAReplicaIsAnObjection() throws Exception {
        shop.replicate(now -> new ReplicaReport(UNIT, "", State.NONE, ""));
        Cli on = on("--freeze-replica");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.err())
                .contains("Not all replicas can be frozen", UNIT, "stillwater.replica.<unit> is not set")
                .contains("The mode is READ_WRITE again");
        Guide.wayOut("a replica cannot be frozen")
                .says("Not all replicas can be frozen", "leave out `--freeze-replica`");
        await().until(() -> shop.begin("a write"));
        shop.end();
        assertThat(on("--freeze-replica", "--in-spite-of-objections").code()).isZero();
    }

    @Test
    void aReplicaThatCannotBeFrozenIsNoMatterOfSpite() {
        shop.replicate(says(now -> done(now) == State.IDLE ? State.IDLE : State.UNUSABLE, "no right to pause it"));
        Cli on = on("--freeze-replica", "--in-spite-of-objections", "--json");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.json().getString("outcome")).isEqualTo("not-frozen");
        assertThat(on.json().getJsonArray("notFrozen").getString(0)).contains("no right to pause it");
        await().until(() -> shop.begin("a write"));
    }

    @Test
    void aReplicaThatDoesNotCatchUpIsNotWaitedForLongerThanTheDrain() {
        shop.replicate(says(now -> done(now) == State.READY ? State.BEHIND : done(now), "at 0/15"));
        Cli on = on("--freeze-replica", "--drain-timeout", "1s");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.err()).contains("Not all replicas can be frozen", "behind, at 0/15");
        await().until(() -> shop.begin("a write"));
    }

    @Test
    void aMigrationMayRunAlready() {
        shop.replicate(says(ObedientReplica::done, ""));
        assertThat(on().code()).isZero();
        Cli again = on("--freeze-replica");
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.err()).contains("in force already, without frozen replicas", "Nothing was changed");
        assertThat(Cli.run("off", "--store", directory).code()).isZero();
    }

    @Test
    void addsAWindowToFrozenReplicas() {
        shop.replicate(says(ObedientReplica::done, ""));
        assertThat(on("--freeze-replica").code()).isZero();
        assertThat(on("--freeze-replica", "--name", "another").out()).contains("Window 'another' is added");
        Cli.run("off", "--store", directory, "--name", "another");
        assertThat(Cli.run("status", "--store", directory).out()).contains("replicas frozen");
    }

    @Test
    void aReplicaThatGoesOnIsSeen() throws Exception {
        shop.replicate(says(ObedientReplica::done, ""));
        assertThat(on("--freeze-replica").code()).isZero();
        shop.replicate(says(now -> State.UNUSABLE, "it is not paused any more"));
        await().until(() ->
                Cli.run("status", "--store", directory).out().contains("unusable, it is not paused any more"));
        Guide.wayOut("a frozen replica was restarted, or somebody let it go on").says("not paused any more", "`off`");
        assertThat(Cli.run("off", "--store", directory).code()).isZero();
    }

    @Test
    void stragglersAreNotLeftBehind() {
        Cli on = on("--freeze-replica", "--in-spite-of-stragglers");
        assertThat(on.code()).isEqualTo(2);
        assertThat(on.err()).contains("--freeze-replica does not go with --in-spite-of-stragglers");
    }

    @Test
    void whatAnApplicationThatIsGoneHasFrozenIsNamed() throws Exception {
        shop.close();
        try (JavaProcess warehouse = JavaProcess.application(List.of(), directory, "warehouse")) {
            warehouse.say("replicate").awaitAnswer("replicated");
            assertThat(on("--freeze-replica").code()).isZero();
            warehouse.process.destroyForcibly().waitFor();
            assertThat(Cli.run("off", "--store", directory).out())
                    .contains("May still be paused: " + UNIT + " (java:/shop-replica)", "when it starts");
            Guide.wayOut("the applications that froze a replica have ended")
                    .says("May still be paused", "start one of them");
        }
    }
}
