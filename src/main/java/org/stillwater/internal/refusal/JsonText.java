package org.stillwater.internal.refusal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.runtime.Integrations;

/** Writes JSON. Implemented where an API for it is present. Thread-safe. */
@FunctionalInterface
public interface JsonText {
    /** A JSON object; values are strings, numbers, booleans, null, or objects of the same kind. */
    String object(Map<String, @Nullable Object> members);

    /** What this server offers; empty where it has no Jakarta JSON Processing, and clients get plain text instead. */
    static Optional<JsonText> available() {
        return Available.INSTANCE;
    }

    /** Looked for once, when it is first needed. */
    final class Available {
        private static final Optional<JsonText> INSTANCE =
                Optional.ofNullable(Integrations.load("org.stillwater.integration.jsonp.JsonpText", JsonText.class));

        private Available() {}
    }
}
