package org.stillwater.it.drain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/** Persistence units without entities. */
final class Units {
    private Units() {}

    /** @param units each as {@code name=data source} */
    static StringAsset persistenceXml(String... units) {
        return new StringAsset(Arrays.stream(units)
                .map(unit -> unit.split("=", 2))
                .map(unit -> String.format(Locale.ROOT, """
                        <persistence-unit name="%s"><jta-data-source>%s</jta-data-source></persistence-unit>
                        """, unit[0], unit[1]))
                .collect(Collectors.joining(
                        "\n",
                        "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.0\">\n",
                        "</persistence>")));
    }
}
