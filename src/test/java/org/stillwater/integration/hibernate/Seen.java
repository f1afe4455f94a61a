package org.stillwater.integration.hibernate;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Declares an attribute that a setting calls droppable, in a class above the entity's. */
@MappedSuperclass
abstract class Seen {
    @Nullable
    Instant lastSeen;
}
