package org.stillwater.internal.store;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.stillwater.internal.log.Log;

/**
 * Calls back when a file appears in a directory. A help to be quick, not a promise: some systems run out of watches or
 * have none, so who uses it polls as well.
 */
final class DirectoryWatch implements AutoCloseable {
    /** Its own, because the class loader of an application that is undeployed may be closed when the watch ends. */
    private static final Log LOG = Log.of("store");

    private final WatchService service;

    private DirectoryWatch(WatchService service) {
        this.service = service;
    }

    static DirectoryWatch start(Path directory, Runnable changed) {
        try {
            WatchService service = directory.getFileSystem().newWatchService();
            directory.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            DirectoryWatch watch = new DirectoryWatch(service);
            Thread thread = new Thread(() -> watch.run(changed), "stillwater-watch");
            thread.setDaemon(true);
            thread.start();
            return watch;
        } catch (IOException e) {
            throw Problems.cannotRead(directory, e);
        }
    }

    private void run(Runnable changed) {
        try {
            boolean valid = true;
            while (valid) {
                WatchKey key = service.take();
                key.pollEvents();
                changed.run();
                valid = key.reset();
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            LOG.debug("Watch ended: %s", e);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("Watch not closed: %s", e);
        }
    }
}
