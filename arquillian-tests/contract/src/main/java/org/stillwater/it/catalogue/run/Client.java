package org.stillwater.it.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.stillwater.it.Http;

/** Asks the application to try a cell, see {@code CatalogueServlet}. */
record Client(URI base) {
    /** Fills the second-level cache. */
    void fillCache() throws IOException, InterruptedException {
        assertThat(get("catalogue?cache=fill")).isEmpty();
    }

    /** How it differs from the database; empty if it does not. */
    String cacheDifference() throws IOException, InterruptedException {
        return get("catalogue?cache=difference");
    }

    Answer ask(Cell cell) throws IOException, InterruptedException {
        String body = get(String.join(
                "&",
                "catalogue?theme=" + cell.way().getClass().getName(),
                "way=" + cell.way().name(),
                "setting=" + cell.setting().name()));
        String[] lines = body.split("\n", 3);
        return new Answer(lines[0], lines[1], lines.length > 2 ? lines[2] : "");
    }

    private String get(String what) throws IOException, InterruptedException {
        var response = Http.get(base.resolve(what));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /**
     * What the application says.
     *
     * @param cache how the second-level cache differs from the database; empty if it does not
     * @param outcome {@code done}, {@code refused by <layer>} or {@code failed}
     * @param problem the chain of exceptions
     */
    record Answer(String cache, String outcome, String problem) {
        boolean isDone() {
            return outcome.equals("done");
        }

        /** Whether a unit, by its name, has something else in its cache than the database. Each has a cache of its own. */
        boolean isStale(String unit) {
            return cache.contains("The cache of unit " + unit + " ");
        }

        boolean isRefused() {
            return outcome.startsWith("refused by ");
        }
    }
}
