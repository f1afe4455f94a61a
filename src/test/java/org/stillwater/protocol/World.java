package org.stillwater.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stillwater.AccessMode;

/**
 * All that there is.
 *
 * @param store what the store holds
 * @param apps the applications
 * @param tools the operators' tools
 * @param orphan whether the database has yet to carry out a commit of a process that was killed
 */
record World(Store store, List<App> apps, List<Tool> tools, boolean orphan) {
    private static final int OVER = 0;
    private static final int CURRENT = 1;

    /**
     * A snapshot. There is no clock: whoever reads {@code DRAINING} may find its deadline passed, so clocks that are wrong,
     * or are set, are included.
     *
     * @param windows one bit for each tool that has opened one
     */
    record Store(int epoch, AccessMode mode, int windows, boolean verified) {
        boolean refuses() {
            return mode.refusesNewWrites();
        }
    }

    static World start(int apps, int tools) {
        return new World(
                new Store(CURRENT, AccessMode.READ_WRITE, 0, false),
                Collections.nCopies(apps, App.down(App.Report.ABSENT)),
                Collections.nCopies(tools, Tool.IDLE),
                false);
    }

    World with(Store next) {
        return new World(next, apps, tools, orphan);
    }

    World with(int index, App app) {
        return new World(store, replaced(apps, index, app), tools, orphan);
    }

    World with(int index, Tool tool) {
        return new World(store, apps, replaced(tools, index, tool), orphan);
    }

    World orphan(boolean is) {
        return new World(store, apps, tools, is);
    }

    /** A report file is replaced: a listing that goes on may miss it. */
    World replacing(int app) {
        List<Tool> noticed = tools.stream().map(tool -> tool.replaced(app)).toList();
        return new World(store, apps, noticed, orphan);
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, element);
        return copy;
    }

    /**
     * Makes equal what can never be told apart again, so that there are finitely many states, and not too many: an epoch
     * that is over is not coming back, so of each epoch that somebody remembers only this counts, whether it is the
     * store's; and a tool that remembers one that is over can only find that out.
     */
    World simplified() {
        Store simpleStore =
                store.epoch == CURRENT ? store : new Store(CURRENT, store.mode, store.windows, store.verified);
        List<App> simpleApps = new ArrayList<>(apps);
        simpleApps.replaceAll(app -> app.simplified(store.epoch));
        List<Tool> simpleTools = new ArrayList<>(tools);
        simpleTools.replaceAll(tool -> tool.simplified(store.epoch));
        return new World(simpleStore, simpleApps, simpleTools, orphan);
    }

    /** How an epoch looks from the store's. */
    static int simplified(int epoch, int current) {
        return epoch < 0 ? -1 : epoch == current ? CURRENT : OVER;
    }
}
