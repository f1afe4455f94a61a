package org.stillwater.demo;

import java.util.Collection;
import java.util.List;

/**
 * One line that must hold.
 *
 * @param must what it must be, in words
 * @param details what to look at if it does not
 */
record Check(String what, String measured, String must, boolean holds, List<String> details) {

    static Check none(String what, long measured) {
        return new Check(what, Long.toString(measured), "0", measured == 0, List.of());
    }

    static Check none(String what, Collection<?> found) {
        return new Check(
                what,
                Integer.toString(found.size()),
                "0",
                found.isEmpty(),
                found.stream().map(Object::toString).toList());
    }

    static Check some(String what, long measured) {
        return new Check(what, Long.toString(measured), "1 or more", measured > 0, List.of());
    }

    /** Equal, and not because nothing happened. */
    static Check equal(String what, long one, long other) {
        return new Check(what, one + " / " + other, "equal", one == other && one > 0, List.of());
    }
}
