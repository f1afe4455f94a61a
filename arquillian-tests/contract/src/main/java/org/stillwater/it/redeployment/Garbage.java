package org.stillwater.it.redeployment;

/** Collects garbage, and what is only softly reachable, too: caches of the JDK and of servers hold classes so. */
public final class Garbage {
    private Garbage() {}

    /**
     * Before the virtual machine says that it has no memory, it has cleared all soft references. It says so without being
     * out of memory: nobody can have as much as all at once, and whoever asks for less meanwhile gets it.
     */
    public static void collect() {
        long all = Runtime.getRuntime().maxMemory() / Long.BYTES;
        try {
            long[] tooMuch = new long[Math.toIntExact(all)];
            throw new IllegalStateException(
                    "There is room for " + tooMuch.length + " numbers more than there should be");
        } catch (OutOfMemoryError e) {
            System.gc();
        }
    }
}
