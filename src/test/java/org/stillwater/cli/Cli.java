package org.stillwater.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine;

/** Runs the command line within the test. */
record Cli(int code, String out, String err) {
    static final Environment ENVIRONMENT =
            new Environment(Map.of(), Clock.system(ZoneId.of("Europe/Berlin")), false, "stillwater");

    static Cli run(Object... arguments) {
        return run(ENVIRONMENT, arguments);
    }

    static Cli run(Environment environment, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine(environment);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new Cli(line.execute(words), out.toString(), err.toString());
    }

    JsonObject json() {
        try (var reader = Json.createReader(new StringReader(out))) {
            return reader.readObject();
        }
    }
}
