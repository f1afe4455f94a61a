package org.stillwater.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.AccessMode;

/** Every state that applications, operators, kills and clocks can bring about; and that each rule is needed. */
class ProtocolTest {
    private static final Set<Kind> WITHOUT_AN_OPERATOR = EnumSet.of(Kind.APPLICATION, Kind.START);
    private static final Set<Kind> WITH_ONE_OFF = EnumSet.of(Kind.APPLICATION, Kind.START, Kind.KILL_TOOL, Kind.OFF);

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 1"})
    void nothingCommitsInAnAnnouncedWindowAndThereIsAlwaysAWayBack(int applications, int tools) {
        Checker<World, Kind> checked = explore(applications, tools);
        assertThat(checked.traceToBad()).isEmpty();
        assertThat(checked.traceToTrap(
                        world -> isReadOnly(world) || ProtocolModel.isNormal(world), WITHOUT_AN_OPERATOR))
                .as("a drain, or a gate, that stays closed although all tools are dead")
                .isEmpty();
        assertThat(checked.traceToTrap(ProtocolModel::isNormal, WITH_ONE_OFF))
                .as("a state that 'off' does not end")
                .isEmpty();
    }

    @Test
    void theModelGetsEverywhere() {
        Checker<World, Kind> checked = explore(1, 2);
        assertThat(checked.reaches(world -> world.store().verified())).isTrue();
        assertThat(checked.reaches(world -> isReadOnly(world) && !world.store().verified()))
                .isTrue();
        assertThat(checked.reaches(world -> isReadOnly(world) && world.store().windows() == 0b11))
                .isTrue();
        for (App.At at : EnumSet.complementOf(EnumSet.of(App.At.CLOSE_LATE))) {
            assertThat(checked.reaches(world -> world.apps().get(0).at() == at))
                    .as(at.name())
                    .isTrue();
        }
        for (Tool.At at : Tool.At.values()) {
            assertThat(checked.reaches(world -> world.tools().get(0).at() == at))
                    .as(at.name())
                    .isTrue();
        }
    }

    @Test
    void theModeMustBeReadAfterTheReportIsPublished() {
        assertThat(traceWith(2, Flaw.READS_BEFORE_IT_PUBLISHES)).contains("tool 1 lists application 1: ABSENT");
    }

    @Test
    void theGateMustRegisterBeforeItChecks() {
        assertThat(traceWith(1, Flaw.CHECKS_BEFORE_IT_REGISTERS)).contains("application 1 finds the gate open");
    }

    @Test
    void theGateMustBeClosedBeforeItIsReportedAsDrained() {
        assertThat(traceWith(1, Flaw.REPORTS_BEFORE_IT_CLOSES)).contains("application 1 publishes: drained");
    }

    @Test
    void aReportMustNameItsEpoch() {
        assertThat(traceWith(1, Flaw.REPORTS_NO_EPOCH)).contains("application 1 aborts the drain");
    }

    @Test
    void theModeMustBeComparedBeforeItIsSet() {
        assertThat(traceWith(1, Flaw.WRITES_BLINDLY)).contains("application 1 aborts the drain");
    }

    @Test
    void aDrainMustHaveADeadline() {
        Checker<World, Kind> checked = explore(1, 1, Flaw.HAS_NO_DEADLINE);
        assertThat(checked.traceToBad()).isEmpty();
        assertThat(checked.traceToTrap(
                        world -> isReadOnly(world) || ProtocolModel.isNormal(world), WITHOUT_AN_OPERATOR))
                .hasValueSatisfying(trace -> assertThat(trace).contains("tool 1 writes DRAINING"));
    }

    /** Files that are replaced while a directory is listed may be missed, as far as POSIX says. */
    @Test
    void namesMustNotBeTakenFromFilesThatAreReplaced() {
        String missed = "tool 1 misses application 1, whose report is replaced";
        assertThat(traceWith(2, Flaw.LISTS_FILES_THAT_ARE_REPLACED, Flaw.LISTS_ONCE))
                .containsOnlyOnce(missed);
        assertThat(traceWith(2, Flaw.LISTS_FILES_THAT_ARE_REPLACED))
                .as("two listings agree, and both have missed it")
                .filteredOn(missed::equals)
                .hasSize(2);
    }

    /** So the second listing is a second line of defence, for stores that list less well than the file store. */
    @Test
    void oneListingIsEnoughIfItMissesNobody() {
        assertThat(explore(2, 1, Flaw.LISTS_ONCE).traceToBad()).isEmpty();
    }

    /** What the guide for operators says about applications that were killed a moment ago. */
    @Test
    void aCommitThatWasSentBeforeAKillIsNotWaitedFor() {
        assertThat(traceWith(1, Flaw.SENT_COMMITS_OUTLIVE_THEIR_PROCESS))
                .contains("application 1 is killed after it has sent a commit");
    }

    private static boolean isReadOnly(World world) {
        return world.store().mode() == AccessMode.READ_ONLY;
    }

    private static List<String> traceWith(int applications, Flaw... flaws) {
        return explore(applications, 1, flaws).traceToBad().orElseThrow();
    }

    private static Checker<World, Kind> explore(int applications, int tools, Flaw... flaws) {
        Set<Flaw> all = EnumSet.noneOf(Flaw.class);
        all.addAll(List.of(flaws));
        return Checker.explore(new ProtocolModel(applications, tools, all), ProtocolModel::isBroken);
    }
}
