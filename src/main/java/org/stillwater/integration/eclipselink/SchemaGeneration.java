package org.stillwater.integration.eclipselink;

import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/** What a unit is told to do to the database when it is created, by its tables or by a script. */
final class SchemaGeneration {
    private static final List<String> SETTINGS = List.of(
            "jakarta.persistence.schema-generation.database.action",
            "javax.persistence.schema-generation.database.action",
            "jakarta.persistence.sql-load-script-source",
            "javax.persistence.sql-load-script-source",
            "eclipselink.ddl-generation");
    private static final String OUTPUT = "eclipselink.ddl-generation.output-mode";

    private SchemaGeneration() {}

    /** The setting and its value, or null if it is to leave the database alone. */
    static @Nullable String of(AbstractSession session) {
        for (String setting : SETTINGS) {
            String action = value(session, setting);
            boolean script =
                    setting.startsWith("eclipselink.") && value(session, OUTPUT).equals("sql-script");
            if (!action.isEmpty() && !action.toLowerCase(Locale.ROOT).equals("none") && !script) {
                return setting + "=" + action;
            }
        }
        return null;
    }

    private static String value(AbstractSession session, String setting) {
        Object value = session.getProperties().get(setting);
        return value == null ? "" : value.toString();
    }
}
