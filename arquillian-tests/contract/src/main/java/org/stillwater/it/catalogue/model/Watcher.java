package org.stillwater.it.catalogue.model;

import jakarta.inject.Inject;
import jakarta.persistence.PostLoad;

/** A listener that writes, as those that keep a record of who has seen what. */
public class Watcher {
    @Inject
    private Diary diary;

    @PostLoad
    void seen(Watched watched) {
        diary.note("seen");
    }
}
