package org.stillwater.it.eclipselink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What only the test knows, told to the application by a file in its archive. */
enum Setting {
    /** Where the database of the shop is, past the server's data source. */
    OWN_URL;

    static final String FILE = "shop.properties";

    String value() {
        Properties settings = new Properties();
        try (var file = Setting.class.getResourceAsStream("/" + FILE)) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty(name());
    }
}
