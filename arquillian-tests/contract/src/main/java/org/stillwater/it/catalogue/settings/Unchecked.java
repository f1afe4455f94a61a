package org.stillwater.it.catalogue.settings;

import java.util.concurrent.Callable;

/** Lets every exception roll back: those that are checked would not, in most of the settings. */
final class Unchecked {
    private Unchecked() {}

    static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
