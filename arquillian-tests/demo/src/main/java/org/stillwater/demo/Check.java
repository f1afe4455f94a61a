package org.stillwater.demo;

/**
 * One line that must hold.
 *
 * @param must what it must be, in words
 */
record Check(String what, String measured, String must, boolean holds) {

    static Check none(String what, long measured) {
        return new Check(what, Long.toString(measured), "0", measured == 0);
    }

    static Check some(String what, long measured) {
        return new Check(what, Long.toString(measured), "1 or more", measured > 0);
    }
}
