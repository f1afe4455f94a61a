package org.stillwater.integration.faces;

import jakarta.faces.component.UIComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A start tag that is not finished: attributes may still come. */
final class OpenTag {
    private static final Set<String> CONTROLS = Set.of("input", "select", "textarea", "button");
    private static final Set<String> TEXT_TYPES = Set.of(
            "text",
            "search",
            "url",
            "tel",
            "email",
            "password",
            "number",
            "date",
            "month",
            "week",
            "time",
            "datetime-local");

    final String name;
    final @Nullable UIComponent component;
    private final Map<String, String> attributes = new HashMap<>();

    OpenTag(String name, @Nullable UIComponent component) {
        this.name = name.toLowerCase(Locale.ROOT);
        this.component = component;
    }

    void attribute(String name, @Nullable Object value) {
        if (value != null && !Boolean.FALSE.equals(value)) {
            attributes.put(name.toLowerCase(Locale.ROOT), value.toString());
        }
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String value(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** Whether it is a control that a person uses. */
    boolean isControl() {
        return CONTROLS.contains(name) && !value("type").equalsIgnoreCase("hidden");
    }

    /** Whether a person types into it; what it holds can be read and copied while it is read-only. */
    boolean isText() {
        return name.equals("textarea")
                || name.equals("input")
                        && (!has("type") || TEXT_TYPES.contains(value("type").toLowerCase(Locale.ROOT)));
    }

    /** Whether it does nothing by itself. */
    boolean isPlainButton() {
        return value("type").equalsIgnoreCase("button");
    }

    /** Whether it is a form that neither Faces nor a log-in has made. */
    boolean isPlainPost() {
        return value("method").equalsIgnoreCase("post") && !value("action").contains("j_security_check");
    }
}
