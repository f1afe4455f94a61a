package org.stillwater.it.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "by_uuid")
public class ByUuid {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;
}
