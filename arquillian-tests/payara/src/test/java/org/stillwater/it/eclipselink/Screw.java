package org.stillwater.it.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Has its values in stock, so that a new one does not have to ask the database. */
@Entity
public class Screw {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;
}
