package org.stillwater.internal.runtime;

/** A guard of something that keeps what it has read, past a migration. */
public interface CachingGuard {
    /** The migration is over: what was read before it is to be read again. */
    void forgetCached();
}
