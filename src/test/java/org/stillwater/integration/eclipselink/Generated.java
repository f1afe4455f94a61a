package org.stillwater.integration.eclipselink;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.UUID;

/** One entity for each way of generating an identifier; none takes more than one value at a time. */
final class Generated {
    private Generated() {}

    @Entity(name = "ByIdentity")
    static class ByIdentity {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;
    }

    @Entity(name = "BySequence")
    static class BySequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "one_by_one")
        @SequenceGenerator(name = "one_by_one", sequenceName = "one_by_one", allocationSize = 1)
        long id;
    }

    @Entity(name = "ByTable")
    static class ByTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "row_by_row")
        @TableGenerator(name = "row_by_row", allocationSize = 1)
        long id;
    }

    @Entity(name = "ByUuid")
    static class ByUuid {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;
    }
}
