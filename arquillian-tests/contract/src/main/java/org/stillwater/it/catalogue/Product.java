package org.stillwater.it.catalogue;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;

/** The databases of the catalogue, and what each calls the things that differ. */
public enum Product {
    POSTGRESQL("PostgreSQL", "public", "select nextval('free_numbers')", "temporary"),
    MARIADB("MariaDB", "shop", "select next value for free_numbers", "temporary"),
    H2("H2", "PUBLIC", "select next value for free_numbers", "local temporary");

    private final String title;
    private final String schema;
    private final String nextValue;
    private final String temporary;

    Product(String title, String schema, String nextValue, String temporary) {
        this.title = title;
        this.schema = schema;
        this.nextValue = nextValue;
        this.temporary = temporary;
    }

    public static Product of(DatabaseMetaData metaData) throws SQLException {
        String name = metaData.getDatabaseProductName();
        return Arrays.stream(values())
                .filter(product -> product.title.equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("No catalogue for " + name));
    }

    /** The name by which it introduces itself. */
    public String title() {
        return title;
    }

    /** Where it keeps the tables, as its {@code information_schema} says it. */
    public String schema() {
        return schema;
    }

    /** The query that takes a number from a sequence. */
    public String nextValue() {
        return nextValue;
    }

    /** The words before {@code table} for a temporary one. */
    public String temporary() {
        return temporary;
    }
}
