package org.stillwater.it.eclipselink;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** A persistence unit. */
public interface Shop {
    /** Does something in a transaction that is committed before this returns. */
    String inTransaction(Function<EntityManager, String> work);
}
