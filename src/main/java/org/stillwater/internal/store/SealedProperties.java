package org.stillwater.internal.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Text that a person can read and a program can trust: {@link Properties}, sorted, with a last line that holds a CRC-32
 * of all lines before it. A file that is half-written or was changed by hand is noticed.
 */
final class SealedProperties {
    private static final String SEAL = "# end, crc32 ";

    private SealedProperties() {}

    static String encode(String title, Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter raw = new StringWriter();
        try {
            properties.store(raw, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String body = raw.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "# " + title + "\n", "\n"));
        return body + SEAL + crc(body) + "\n";
    }

    /** @throws IllegalArgumentException if the seal is missing or does not fit; the message goes on after a colon */
    static Map<String, String> decode(String text) {
        int end = text.lastIndexOf(SEAL);
        if (end < 0) {
            throw new IllegalArgumentException("its last line is missing, it was only half written");
        }
        String body = text.substring(0, end);
        if (!text.substring(end + SEAL.length()).strip().equals(crc(body))) {
            throw new IllegalArgumentException("its checksum does not fit, it was changed by hand or by a fault");
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    private static String crc(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
