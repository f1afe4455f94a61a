package org.stillwater.internal.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people read, in one language. The library brings English, German, French and Spanish; an application may have a
 * bundle {@code StillwaterMessages} on its class path, whose texts come before the library's, one by one, and which may
 * bring further languages.
 *
 * <p>The server's own language never counts: it says nothing about the reader. Immutable.
 */
public final class Texts {
    /** In English, unless the application has overridden it. */
    public static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static final String OURS = "org.stillwater.messages";
    private static final String OF_THE_APPLICATION = "StillwaterMessages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    /** In this language, or in English. */
    public static Texts in(Locale locale) {
        return isAny(locale) ? ENGLISH : new Texts(locale);
    }

    /** In the first of these languages that there are texts in, or in English. */
    public static Texts in(List<Locale> preferred) {
        return preferred.stream()
                .filter(locale -> !isAny(locale) && isKnown(locale))
                .findFirst()
                .map(Texts::in)
                .orElse(ENGLISH);
    }

    /** What a client sends that wants no language in particular, or none that there is. */
    private static boolean isAny(Locale locale) {
        return locale.getLanguage().isEmpty() || locale.getLanguage().equals("*");
    }

    private static boolean isKnown(Locale locale) {
        String language = locale.getLanguage();
        ResourceBundle own = ofTheApplication(locale);
        return language.equals("en")
                || language.equals(ours(locale).getLocale().getLanguage())
                || own != null && language.equals(own.getLocale().getLanguage());
    }

    private static ResourceBundle ours(Locale locale) {
        return ResourceBundle.getBundle(OURS, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    private static @Nullable ResourceBundle ofTheApplication(Locale locale) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = Objects.requireNonNullElse(application, Texts.class.getClassLoader());
        try {
            return ResourceBundle.getBundle(OF_THE_APPLICATION, locale, loader, NO_FALLBACK);
        } catch (MissingResourceException e) {
            return null;
        }
    }

    /** The language of numbers and dates in the texts. */
    public Locale locale() {
        return locale;
    }

    /** One text, with {@code {0}} and so on replaced. */
    public String get(String key, String... values) {
        ResourceBundle own = ofTheApplication(locale);
        String text = own != null && own.containsKey(key)
                ? own.getString(key)
                : ours(locale).getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    /** Those that the script in pages shows, by the names that it knows them by. */
    Map<String, @Nullable Object> live() {
        Map<String, @Nullable Object> live = new TreeMap<>();
        for (String key :
                List.of("readOnly", "until", "overrun", "over", "announced", "refused", "kept", "resend", "reason")) {
            live.put(key, get(key));
        }
        return live;
    }
}
