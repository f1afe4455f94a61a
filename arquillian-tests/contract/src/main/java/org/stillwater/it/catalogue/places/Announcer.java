package org.stillwater.it.catalogue.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Fires an event in a transaction that does nothing else. */
@ApplicationScoped
public class Announcer {
    @Inject
    private Event<CommittedAnnouncement> announcements;

    @Transactional
    public void announceInTransaction(String number) {
        announcements.fire(new CommittedAnnouncement(number));
    }

    /** Observed when the transaction has committed. */
    record CommittedAnnouncement(String number) {}
}
