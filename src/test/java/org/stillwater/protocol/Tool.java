package org.stillwater.protocol;

/**
 * A run of the command line. A process that ends, or is killed, leaves nothing behind: the windows are in the store.
 *
 * @param at what it does next
 * @param epoch the epoch that it has read, or that it drains; -1 while idle
 * @param scan how many reports it has listed in this listing
 * @param present who was there in this listing, one bit for each
 * @param before who was there in the listing before, or -1
 * @param waiting whether somebody who lives had not drained in this listing
 * @param confirmed whether somebody had
 * @param replaced whose report file was replaced since this listing began
 */
record Tool(At at, int epoch, int scan, int present, int before, boolean waiting, boolean confirmed, int replaced) {
    static final Tool IDLE = of(At.IDLE, -1);
    private static final Tool OVERTAKEN = of(At.LOOK, World.simplified(0, 1));

    enum At {
        IDLE,
        BEGIN,
        TAKE_OVER,
        ADD,
        LIST,
        LOOK,
        SETTLE,
        SETTLE_UNVERIFIED,
        GIVE_UP,
        LIFT,
        LIFT_ALL
    }

    static Tool of(At at, int epoch) {
        return new Tool(at, epoch, 0, 0, -1, false, false, 0);
    }

    /** Read-only mode may be announced now. */
    Tool agreed() {
        return new Tool(At.SETTLE, epoch, 0, 0, -1, false, confirmed, 0);
    }

    /** Not yet; what counts of this listing is who was there. */
    Tool notYet() {
        return new Tool(At.LOOK, epoch, 0, present, -1, false, false, 0);
    }

    Tool listAgain() {
        return new Tool(At.LIST, epoch, 0, 0, present, false, false, 0);
    }

    /** Once it is clear that it has to wait, nothing else of a listing counts but who is there. */
    Tool listed(int app, boolean isThere, boolean mustWait, boolean hasDrained) {
        int nowPresent = isThere ? present | 1 << app : present;
        boolean wait = waiting || mustWait;
        return new Tool(at, epoch, scan + 1, nowPresent, before, wait, !wait && (confirmed || hasDrained), replaced);
    }

    Tool replaced(int app) {
        return at == At.LIST && scan <= app
                ? new Tool(at, epoch, scan, present, before, waiting, confirmed, replaced | 1 << app)
                : this;
    }

    Tool simplified(int current) {
        if (at == At.IDLE || epoch == current && epoch == World.simplified(epoch, current)) {
            return this;
        }
        return epoch == current
                ? new Tool(at, World.simplified(epoch, current), scan, present, before, waiting, confirmed, replaced)
                : OVERTAKEN;
    }
}
