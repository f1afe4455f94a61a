package org.stillwater.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private enum Move {
        ADD,
        DOUBLE,
        BACK
    }

    /** From 1 by adding 1 or doubling up to 20; from 20 there is a way back to 1. */
    private static final Checker.Model<Integer, Move> NUMBERS = new Checker.Model<>() {
        @Override
        public Integer start() {
            return 1;
        }

        @Override
        public void steps(Integer from, Checker.Steps<Integer, Move> steps) {
            if (from < 20) {
                steps.step(Move.ADD, "it", "adds", from + 1);
            }
            if (from <= 10) {
                steps.step(Move.DOUBLE, "it", "doubles", 2 * from);
            }
            if (from == 20) {
                steps.step(Move.BACK, "it", "returns", 1);
            }
        }
    };

    @Test
    void visitsEverything() {
        Checker<Integer, Move> checker = Checker.explore(NUMBERS, number -> false);
        assertThat(checker.reaches(number -> number == 19)).isTrue();
        assertThat(checker.reaches(number -> number > 20)).isFalse();
        assertThat(checker.traceToBad()).isEmpty();
    }

    @Test
    void findsAShortestTrace() {
        assertThat(Checker.explore(NUMBERS, number -> number == 9).traceToBad())
                .hasValueSatisfying(trace -> assertThat(trace).hasSize(5).endsWith("it adds", "9"));
    }

    @Test
    void findsWhatCannotBeLeftByStepsOfSomeKinds() {
        Checker<Integer, Move> checker = Checker.explore(NUMBERS, number -> false);
        assertThat(checker.traceToTrap(number -> number == 20, Set.of(Move.ADD)))
                .isEmpty();
        assertThat(checker.traceToTrap(number -> number == 20, Set.of(Move.DOUBLE)))
                .hasValueSatisfying(trace -> assertThat(trace).containsExactly("1"));
        assertThat(checker.traceToTrap(number -> number == 1, Set.of(Move.ADD, Move.BACK)))
                .isEmpty();
    }
}
