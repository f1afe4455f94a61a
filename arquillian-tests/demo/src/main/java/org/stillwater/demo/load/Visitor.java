package org.stillwater.demo.load;

import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;

/** Somebody who uses the application at a steady pace. */
abstract class Visitor {

    private final RandomGenerator random;
    private final Tally tally;

    Visitor(RandomGenerator random, Tally tally) {
        this.random = random;
        this.tally = tally;
    }

    /** Does one thing, and says how it went. */
    abstract void visit(Phase phase) throws InterruptedException;

    final RandomGenerator random() {
        return random;
    }

    final Tally tally() {
        return tally;
    }

    /** The status and the beginning of the text, without the markup of an error page. */
    static String describe(HttpResponse<String> answer) {
        String text = answer.body()
                .replaceAll("(?s)<(style|script|title)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return answer.statusCode() + " " + text.substring(0, Math.min(text.length(), 300));
    }
}
