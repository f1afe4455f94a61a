package org.stillwater.it.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** Asks the database for each value. */
@Entity
public class BySequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "one_by_one")
    @SequenceGenerator(name = "one_by_one", sequenceName = "one_by_one", allocationSize = 1)
    long id;
}
