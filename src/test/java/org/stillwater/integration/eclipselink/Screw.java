package org.stillwater.integration.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
class Screw {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    long id;
}
