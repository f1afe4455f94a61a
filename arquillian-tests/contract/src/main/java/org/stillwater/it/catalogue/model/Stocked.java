package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Has its numbers in stock, so that it can be persisted without a statement. */
@Entity
@Table(name = "stocked")
public class Stocked {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stocked")
    @SequenceGenerator(name = "stocked", sequenceName = "stocked_numbers", allocationSize = 50)
    private long id;
}
