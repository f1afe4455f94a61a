package org.stillwater.spi;

/**
 * What is known about the drain of one database, once no write is in flight that the library has counted. Immutable.
 *
 * @param unit the guarded database, such as {@code persistence unit 'shop'}
 * @param state what is known
 * @param detail who has verified it; or why only counted writes are known; or what is waited for
 */
public record DrainVerdict(String unit, State state, String detail) {
    /** What is known. */
    public enum State {
        /** The database has said that no transaction with something written is open any more. */
        VERIFIED,
        /** The database was not asked, or did not answer: there may be writes that the library has not counted. */
        COUNTED,
        /** The database is asked, or has said that something is open. The application has not drained. */
        WAITING
    }

    @Override
    public String toString() {
        return unit + ": "
                + switch (state) {
                    case VERIFIED -> "verified by " + detail;
                    case COUNTED -> "counted writes only, because " + detail;
                    case WAITING -> "waiting, because " + detail;
                };
    }
}
