package org.stillwater.internal.gate;

/**
 * What somebody who was admitted closes when the method is over, once. A second call does nothing, unless the same thread
 * has been admitted again since: what was closed may be used again.
 */
public interface Admission extends AutoCloseable {
    /**
     * For a method that returned before its work is done: what this thread does next is not part of that work.
     *
     * @return what to close when the work is done, on whatever thread; it takes the place of this one
     */
    Admission leaveThread();

    @Override
    void close();
}
