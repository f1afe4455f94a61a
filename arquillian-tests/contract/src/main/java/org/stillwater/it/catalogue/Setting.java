package org.stillwater.it.catalogue;

/** The surroundings in which a way is tried. */
public enum Setting {
    CONTAINER_MANAGED("container-managed EJB"),
    BEAN_MANAGED("bean-managed EJB"),
    TRANSACTIONAL("`@Transactional` bean"),
    NO_TRANSACTION("no transaction"),
    EXTENDED("extended context"),
    UNSYNCHRONIZED("unsynchronized context, joined"),
    APPLICATION_MANAGED("application-managed context"),
    RESOURCE_LOCAL("resource-local unit"),
    GUARDED_DATA_SOURCE("guarded data source"),
    GUARDED_WITHOUT_TRANSACTION("guarded data source, no transaction"),
    /** {@code Session.doWork}, or {@code unwrap(Connection.class)} where the provider has that. */
    PROVIDER_CONNECTION("connection of the JPA provider"),
    DECLARED("method with `@Writes`"),

    REQUEST("request"),
    ASYNCHRONOUS_METHOD("`@Asynchronous` method"),
    MANAGED_EXECUTOR("`ManagedExecutorService`"),
    TIMER("EJB timer"),
    MESSAGE("message-driven bean"),
    BATCH_CHUNK("chunk of a batch step"),
    ASYNC_OBSERVER("asynchronous observer"),
    AFTER_SUCCESS("transactional observer, `AFTER_SUCCESS`"),
    STARTUP_SINGLETON("startup singleton"),
    SCHEMA_GENERATION("schema generation at start-up");

    private final String title;

    Setting(String title) {
        this.title = title;
    }

    /** What it is called in the table. */
    public String title() {
        return title;
    }
}
