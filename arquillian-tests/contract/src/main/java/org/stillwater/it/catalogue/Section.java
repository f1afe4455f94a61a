package org.stillwater.it.catalogue;

/** The sections of the table, in their order. */
public enum Section {
    NEW_ENTITIES("New entities"),
    MANAGED_ENTITIES("Managed entities"),
    QUERIES("Queries of an entity manager"),
    LOCKS("Locks"),
    CONTEXTS("Contexts that were changed before they had a transaction"),
    CACHE("Second-level cache"),
    PERSISTENCE_32("New in Jakarta Persistence 3.2"),
    DATA("Repositories of Jakarta Data"),
    HIBERNATE("Hibernate's own"),
    ECLIPSELINK("EclipseLink's own"),
    JDBC("JDBC"),
    JDBC_ESCAPES("JDBC, past what makes a connection read-only"),
    PLACES("Places"),
    START("Start-up");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether each setting has a row of its own. */
    public boolean isBySetting() {
        return this == PLACES || this == START;
    }
}
