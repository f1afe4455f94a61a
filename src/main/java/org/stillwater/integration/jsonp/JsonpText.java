package org.stillwater.integration.jsonp;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.refusal.JsonText;

/** Writes through the server's JSON-P. Keeps the factory, because each static call of the API looks for a provider. */
public final class JsonpText implements JsonText {
    private final JsonGeneratorFactory generators = Json.createGeneratorFactory(Map.of());

    /** Finds the provider; fails where there is the API and no provider. */
    public JsonpText() {}

    @Override
    public String object(Map<String, @Nullable Object> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generators.createGenerator(text)) {
            json.writeStartObject();
            writeAll(json, members);
        }
        return text.toString();
    }

    private static void writeAll(JsonGenerator json, Map<?, ?> members) {
        members.forEach((name, value) -> write(json, name.toString(), value));
        json.writeEnd();
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNull(name);
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject(name);
            writeAll(json, members);
        } else if (value instanceof Number number) {
            json.write(name, number.longValue());
        } else if (value instanceof Boolean flag) {
            json.write(name, flag);
        } else {
            json.write(name, value.toString());
        }
    }
}
