package org.stillwater.it.faces;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for what keeps people out, by axe-core, in the page that a browser shows. */
final class Axe {
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run().then(result => done(result.violations.map(violation => `${violation.impact} ${violation.id}: `
              + violation.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | '))), problem => done([`${problem}`]));
            """;

    private Axe() {}

    /** All of them, not only the serious ones. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Browser browser) throws IOException {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new AssertionError("axe.min.js is not on the class path");
            }
            browser.run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) browser.runAsync(RUN);
    }
}
