package org.stillwater.it.shapes;

import jakarta.enterprise.context.ApplicationScoped;
import org.stillwater.it.Gate;

/**
 * Where one request stops once each: {@code inside} a write that must be waited for, and {@code after} it, when nobody
 * must wait for it any more. Those who were not told to stop pass.
 */
@ApplicationScoped
public class Stops {
    private final Stop inside = new Stop();
    private final Stop after = new Stop();
    private volatile String note = "nothing";

    /** From now on, the first who comes to each is stopped. */
    public void arm() {
        inside.armed = true;
        after.armed = true;
    }

    public Stop inside() {
        return inside;
    }

    public Stop after() {
        return after;
    }

    /** {@code inside}, {@code after}, or {@code nowhere}. */
    public String where() {
        return inside.gate.isHeld() ? "inside" : after.gate.isHeld() ? "after" : "nowhere";
    }

    public void note(String text) {
        note = text;
    }

    public String note() {
        return note;
    }

    /** Lets him go who is held. */
    public void go() {
        (inside.gate.isHeld() ? inside : after).gate.open();
    }

    /** Lets everybody go, and stops nobody any more. */
    public void clear() {
        inside.armed = false;
        after.armed = false;
        inside.gate.open();
        after.gate.open();
    }

    /** One place. */
    public static final class Stop {
        private final Gate gate = new Gate();
        private volatile boolean armed;

        /** Returns whether the caller was stopped. */
        public boolean here() {
            boolean stopped = armed;
            armed = false;
            if (stopped) {
                gate.hold();
            }
            return stopped;
        }
    }
}
