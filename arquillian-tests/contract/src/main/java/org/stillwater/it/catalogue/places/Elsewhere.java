package org.stillwater.it.catalogue.places;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Locale;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Way;

/** Lets each place try a way. */
@ApplicationScoped
public class Elsewhere {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Errands errands;

    @Inject
    private AsynchronousClerk asynchronous;

    @Inject
    private TimerClerk timer;

    @Inject
    private Event<Announcement> announcements;

    @Inject
    private Announcer announcer;

    public void run(Setting place, Way way) throws Exception {
        switch (place) {
            case ASYNCHRONOUS_METHOD -> asynchronous.run(way).get();
            case MANAGED_EXECUTOR ->
                errands.send(
                        way,
                        number -> executor.submit(() -> errands.run(number)).get());
            case TIMER -> errands.send(way, timer::start);
            case BATCH_CHUNK -> errands.send(way, BatchErrand::start);
            case ASYNC_OBSERVER -> errands.send(way, number -> announcements.fireAsync(new Announcement(number)));
            case AFTER_SUCCESS -> errands.send(way, announcer::announceInTransaction);
            default -> throw new IllegalArgumentException(String.format(Locale.ROOT, "Nobody goes to %s", place));
        }
    }
}
