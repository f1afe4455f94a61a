package org.stillwater.demo.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Changes one thing after the other, and remembers what the application said about each. */
final class Writer extends Visitor {

    private static final Write[] KINDS = Write.values();

    private final Site site;
    private final int number;
    private final int orders;
    private int written;

    Writer(Site site, int number, RandomGenerator random, int orders, Tally tally) {
        super(random, tally);
        this.site = site;
        this.number = number;
        this.orders = orders;
    }

    @Override
    void visit(Phase phase) throws InterruptedException {
        Write write = KINDS[written % KINDS.length];
        String marker = String.format(Locale.ROOT, "%s%d-%06d", Load.MARKER_PREFIX, number, written++);
        Outcome outcome;
        try {
            HttpResponse<String> answer = write.send(site, marker, random(), orders);
            outcome = write.judge(answer, marker);
            if (outcome == Outcome.FAILED) {
                tally().writeFailed(phase, write + " " + marker + " answered " + describe(answer));
            }
        } catch (IOException e) {
            outcome = Outcome.FAILED;
            tally().writeFailed(phase, write + " " + marker + ": " + e);
        }
        tally().write(new Attempt(write, marker, phase, outcome, Instant.now()));
    }
}
