package org.stillwater.it.standby;

/** Where an application uses its database: in whose transaction, with whose connection. */
enum Place {
    /** A transaction of the container's. */
    EJB,
    /** A transaction by {@code jakarta.transaction.Transactional}. */
    TRANSACTIONAL,
    /** None: each read for itself. */
    OUTSIDE,
    /** A resource-local unit with a data source of the server. */
    LOCAL,
    /** One with connections that the JPA provider has made, and keeps. */
    OWN,
    /** A guarded data source without a transaction. */
    JDBC_AUTOCOMMIT,
    /** In a transaction of the connection. */
    JDBC_LOCAL,
    /** In a JTA transaction, with a connection for each thing that is done. */
    JDBC_JTA
}
