package org.stillwater.internal.refusal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.runtime.Integrations;

/** The language of the page that the calling thread works on. Implemented where an API for pages is present. */
@FunctionalInterface
public interface ReaderLocale {
    /** The language, or null if no page is worked on. */
    @Nullable
    Locale locale();

    /** What people read, in that language; English where there is none. */
    static Texts texts() {
        ReaderLocale present = Present.INSTANCE;
        Locale locale = present == null ? null : present.locale();
        return locale == null ? Texts.ENGLISH : Texts.in(locale);
    }

    /** Looked for once, when it is first needed. */
    final class Present {
        private static final @Nullable ReaderLocale INSTANCE =
                Integrations.load("org.stillwater.integration.faces.ViewLocale", ReaderLocale.class);

        private Present() {}
    }
}
