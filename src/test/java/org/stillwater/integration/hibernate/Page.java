package org.stillwater.integration.hibernate;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.stillwater.Droppable;

/** Counts its readers. */
@Entity
class Page extends Seen {
    @Id
    long id;

    @Version
    int version;

    String text = "";

    @Droppable
    long views;

    @Embedded
    Size size = new Size();

    @ElementCollection
    Set<String> readers = new LinkedHashSet<>();

    @Transient
    int callbacks;

    @Transient
    Runnable afterUpdate = () -> {};

    Page() {}

    Page(long id) {
        this.id = id;
    }

    @PreUpdate
    void noteCallback() {
        callbacks++;
    }

    @PostUpdate
    void callBack() {
        afterUpdate.run();
    }

    void isRead() {
        views++;
        lastSeen = Instant.now();
    }
}
