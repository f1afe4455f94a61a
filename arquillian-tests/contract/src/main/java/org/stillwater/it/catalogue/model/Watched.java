package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whoever reads it is written down by a listener. */
@Entity
@EntityListeners(Watcher.class)
@Table(name = "watched")
public class Watched {
    @Id
    private long id;
}
