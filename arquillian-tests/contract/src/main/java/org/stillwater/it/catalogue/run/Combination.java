package org.stillwater.it.catalogue.run;

import java.util.Arrays;
import java.util.Locale;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.catalogue.Section;

/** The columns of the table. */
public enum Combination {
    WILDFLY_POSTGRESQL("WildFly 39", "Hibernate 6.6", Product.POSTGRESQL),
    WILDFLY_MARIADB("WildFly 39", "Hibernate 6.6", Product.MARIADB),
    WILDFLY_H2("WildFly 39", "Hibernate 6.6", Product.H2),
    WILDFLY_PREVIEW_POSTGRESQL("WildFly Preview 38", "Hibernate 7.1", Product.POSTGRESQL),
    WILDFLY_PREVIEW_MARIADB("WildFly Preview 38", "Hibernate 7.1", Product.MARIADB),
    WILDFLY_PREVIEW_H2("WildFly Preview 38", "Hibernate 7.1", Product.H2),
    PAYARA_POSTGRESQL("Payara 6", "EclipseLink 4.0", Product.POSTGRESQL),
    PAYARA_MARIADB("Payara 6", "EclipseLink 4.0", Product.MARIADB),
    PAYARA_H2("Payara 6", "EclipseLink 4.0", Product.H2);

    private final String server;
    private final String provider;
    private final Product product;

    Combination(String server, String provider, Product product) {
        this.server = server;
        this.provider = provider;
        this.product = product;
    }

    /** That of the server under test, which {@code it.server} names, with a database. */
    static Combination with(Product product) {
        String name = System.getProperty("it.server").toUpperCase(Locale.ROOT).replace('-', '_') + "_" + product.name();
        return Arrays.stream(values())
                .filter(combination -> combination.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("No column for " + name));
    }

    String title() {
        return server + ", " + provider + ", " + product.title();
    }

    Product product() {
        return product;
    }

    boolean isEclipseLink() {
        return provider.startsWith("EclipseLink");
    }

    /** Whether a section is about it. */
    boolean has(Section section) {
        return switch (section) {
            case HIBERNATE -> !isEclipseLink();
            case ECLIPSELINK -> isEclipseLink();
            case PERSISTENCE_32, DATA -> server.startsWith("WildFly Preview");
            default -> true;
        };
    }

    /** Where its cells are kept, within the directory of all. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
