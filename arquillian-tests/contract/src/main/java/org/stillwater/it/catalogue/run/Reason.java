package org.stillwater.it.catalogue.run;

/** Why something is not refused, or not run. Each stands below the table, with its advice. */
enum Reason {
    PLAIN_JDBC(
            Kind.CANNOT_BE_REFUSED,
            "The connection comes from the container's data source, which hands it out without asking anybody."
                    + " A drain on PostgreSQL waits for what has begun.",
            "Mark the method with `@Writes`, or use a [guarded data source](guide.md#data-sources)."),
    OWN_CONNECTION(
            Kind.CANNOT_BE_REFUSED,
            "The application hands Hibernate a connection of its own, which the guard never sees. Changes of entities are"
                    + " refused all the same; bulk statements are not.",
            "Mark the method with `@Writes`, or take the connection from a [guarded data source](guide.md#data-sources)."),
    MULTI_TENANT(
            Kind.CANNOT_BE_REFUSED,
            "The connections of a unit with a database for each tenant are not guarded, of which the log warns (STILL01101)."
                    + " Changes of entities are refused all the same.",
            "Mark the method with `@Writes`."),
    OWN_FACTORY(
            Kind.CANNOT_BE_REFUSED,
            "EclipseLink tells nobody of a unit that the application makes by itself, with a session of its own; the library"
                    + " finds it within a second,"
                    + " and always before a drain ends. One that is made within a window may write until then.",
            "Let the container make the unit, or mark the method with `@Writes`."),
    TABLES_BEFORE_CODE(
            Kind.CANNOT_BE_REFUSED,
            "Payara lets EclipseLink make the tables before it starts any code of the application.",
            "Set `jakarta.persistence.schema-generation.database.action` to `none` in what is deployed within a window."),
    OWN_TABLE(
            Kind.HARMLESS,
            "A temporary table belongs to its session. Nobody else sees it, and nothing of it stays.",
            "Nothing to do."),
    NOT_EVICTED(
            Kind.STALE,
            "The cache is not emptied when the window is lifted: what the migration changed is read as it was before.",
            "Empty it after the migration (`EntityManagerFactory.getCache().evictAll()`), or restart the application."),
    OTHER_UNIT(
            Kind.STALE,
            "Each unit has a cache of its own, and no provider tells one what another has written; in normal mode as well.",
            "Keep an entity in the cache of one unit only. When a window is lifted, the caches of all units are emptied."),
    NO_IDENTITY(
            Kind.NOT_RUN,
            "EclipseLink 4.0 makes a table for it that H2 2.2 does not understand, and cannot ask for the number.",
            "Let the numbers come from a sequence there."),
    NO_JMS(
            Kind.NOT_RUN,
            "The servers of these tests are configured without JMS; `MessagesIT` tries a message-driven bean with `@Writes`"
                    + " on both.",
            "Mark `onMessage` with `@Writes`.");

    private final Kind kind;
    private final String text;
    private final String advice;

    Reason(Kind kind, String text, String advice) {
        this.kind = kind;
        this.text = text;
        this.advice = advice;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    String advice() {
        return advice;
    }

    /** The outcome that it stands for. */
    String outcome() {
        return kind.text + ": " + name();
    }

    /** What it explains. */
    enum Kind {
        CANNOT_BE_REFUSED("cannot be refused here"),
        HARMLESS("harmless"),
        STALE("stale"),
        NOT_RUN("not run");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
