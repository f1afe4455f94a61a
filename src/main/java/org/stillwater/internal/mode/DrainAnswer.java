package org.stillwater.internal.mode;

import java.util.List;
import org.stillwater.spi.DrainVerdict.State;
import org.stillwater.spi.Report;

/**
 * What a database says about a drain. Immutable.
 *
 * @param state what is known now
 * @param detail as in {@link org.stillwater.spi.DrainVerdict}
 * @param open the transactions that are waited for
 */
public record DrainAnswer(State state, String detail, List<Report.Straggler> open) {
    /** Copies the list. */
    public DrainAnswer {
        open = List.copyOf(open);
    }

    /** Nothing is open, says that database. */
    public static DrainAnswer verified(String database) {
        return new DrainAnswer(State.VERIFIED, database, List.of());
    }

    /** Nobody can say more than what was counted. */
    public static DrainAnswer counted(String reason) {
        return new DrainAnswer(State.COUNTED, reason, List.of());
    }

    /** Something is open. */
    public static DrainAnswer waiting(String detail, List<Report.Straggler> open) {
        return new DrainAnswer(State.WAITING, detail, open);
    }

    boolean isFinal() {
        return state != State.WAITING;
    }
}
