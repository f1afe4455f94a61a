package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Each asks the sequence: numbers in advance would hide that. */
@Entity
@Table(name = "by_sequence")
public class BySequence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "by_sequence")
    @SequenceGenerator(name = "by_sequence", sequenceName = "by_sequence_numbers", allocationSize = 1)
    private long id;
}
