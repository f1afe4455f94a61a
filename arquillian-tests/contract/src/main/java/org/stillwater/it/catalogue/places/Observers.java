package org.stillwater.it.catalogue.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.stillwater.it.catalogue.places.Announcer.CommittedAnnouncement;

/** Observers that write. */
@ApplicationScoped
public class Observers {
    @Inject
    private Errands errands;

    void later(@ObservesAsync Announcement announcement) {
        errands.run(announcement.number());
    }

    void afterSuccess(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommittedAnnouncement announcement) {
        errands.run(announcement.number());
    }
}
