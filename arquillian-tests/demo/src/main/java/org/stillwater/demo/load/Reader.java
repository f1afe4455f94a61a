package org.stillwater.demo.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.random.RandomGenerator;

/** Opens one page after the other. */
final class Reader extends Visitor {

    private static final Read[] KINDS = Read.values();

    private final Site site;
    private final int orders;
    private final long periodMicroseconds;

    /** @param periodMicroseconds how often this reader wants to read */
    Reader(Site site, RandomGenerator random, int orders, long periodMicroseconds, Tally tally) {
        super(random, tally);
        this.site = site;
        this.orders = orders;
        this.periodMicroseconds = periodMicroseconds;
    }

    @Override
    void visit(Phase phase) throws InterruptedException {
        Read.Question question = KINDS[random().nextInt(KINDS.length)].ask(random(), orders);
        long asked = System.nanoTime();
        try {
            HttpResponse<String> answer = site.get(question.path());
            if (answer.statusCode() == 200 && answer.body().contains(question.expected())) {
                tally().readDone(phase, (System.nanoTime() - asked) / 1000, periodMicroseconds);
            } else {
                tally().readFailed(phase, question.path() + " answered " + describe(answer));
            }
        } catch (IOException e) {
            tally().readFailed(phase, question.path() + ": " + e);
        }
    }
}
