package org.stillwater.spi;

import org.jspecify.annotations.Nullable;

/** A mode store cannot be read or written. The message names the culprit and the remedy. */
public class ModeStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message names the culprit and the remedy */
    public ModeStoreException(String message) {
        super(message);
    }

    /**
     * @param message names the culprit and the remedy
     * @param cause what was seen
     */
    public ModeStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
