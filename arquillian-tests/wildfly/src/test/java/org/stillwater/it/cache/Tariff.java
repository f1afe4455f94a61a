package org.stillwater.it.cache;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Cacheable
public class Tariff {
    @Id
    long id;

    String name;
}
