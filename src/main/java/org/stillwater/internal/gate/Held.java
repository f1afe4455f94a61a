package org.stillwater.internal.gate;

import org.jspecify.annotations.Nullable;

/** What one thread refers to: an element of its {@link ThreadStack}. Its links are changed by that thread only. */
abstract class Held {
    /** What the thread referred to before. */
    @Nullable
    Held next;

    /** Whether it still admits. */
    abstract boolean isOpen();

    /** Whether the gate counts it. */
    abstract boolean isCounted();

    /** Whether it was given to a method that declares its writes. */
    abstract boolean isDeclared();

    /** Makes it one that has written. False if it is closed. */
    abstract boolean harden();

    /** Keeps it open until {@link #unpin()}. False if it is closed. */
    abstract boolean tryPin();

    abstract void unpin();

    /** Whether this is a reference to that permit. */
    abstract boolean refersTo(Permit permit);

    /** A reference to a permit that others may refer to as well, and that anybody may end. */
    static final class Link extends Held {
        private final Permit permit;

        Link(Permit permit, @Nullable Held next) {
            this.permit = permit;
            this.next = next;
        }

        @Override
        boolean isOpen() {
            return permit.isOpen();
        }

        @Override
        boolean isCounted() {
            return permit.isCounted();
        }

        @Override
        boolean isDeclared() {
            return permit.isDeclared();
        }

        @Override
        boolean harden() {
            return permit.harden();
        }

        @Override
        boolean tryPin() {
            return permit.tryPin();
        }

        @Override
        void unpin() {
            permit.unpin();
        }

        @Override
        boolean refersTo(Permit other) {
            return permit == other;
        }
    }
}
