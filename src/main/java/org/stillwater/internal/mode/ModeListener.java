package org.stillwater.internal.mode;

/** Is told of each change, after it has been applied. Called one after the other; must not throw. */
@FunctionalInterface
public interface ModeListener {
    /**
     * @param before what applied before
     * @param now what applies now
     */
    void changed(ModeState before, ModeState now);
}
