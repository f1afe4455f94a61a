package org.stillwater.demo.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Keeps notes of orders, and looks whether each that was acknowledged is there: a page without it shows the past. */
final class NoteKeeper extends Visitor {

    private static final int READS_FOR_A_WRITE = 4;
    private static final int LATEST = 3;

    private final Site site;
    private final int number;
    private final int orders;
    private final List<Note> acknowledged = new ArrayList<>();
    private int visits;

    NoteKeeper(Site site, int number, RandomGenerator random, int orders, Tally tally) {
        super(random, tally);
        this.site = site;
        this.number = number;
        this.orders = orders;
    }

    private record Note(int order, String text) {}

    @Override
    void visit(Phase phase) throws InterruptedException {
        try {
            if (visits++ % READS_FOR_A_WRITE == 0 || acknowledged.isEmpty()) {
                write();
            } else {
                int newest = acknowledged.size() - 1;
                look(phase, acknowledged.get(newest - random().nextInt(Math.min(LATEST, newest + 1))));
            }
        } catch (IOException e) {
            tally().readFailed(phase, "a note: " + e);
        }
    }

    private void write() throws IOException, InterruptedException {
        Note note = new Note(1 + random().nextInt(orders), String.format(Locale.ROOT, "kept-%d-%06d", number, visits));
        HttpResponse<String> answer = site.sendJson(
                "PUT",
                "api/orders/" + note.order + "/status",
                "{\"status\": \"PACKED\", \"note\": \"" + note.text + "\"}");
        if (answer.statusCode() / 100 == 2) {
            acknowledged.add(note);
        }
    }

    private void look(Phase phase, Note note) throws IOException, InterruptedException {
        HttpResponse<String> answer = site.get("order.xhtml?id=" + note.order);
        if (answer.statusCode() != 200) {
            tally().readFailed(phase, "order " + note.order + " answered " + describe(answer));
        } else if (answer.body().contains(note.text)) {
            tally().noteFound();
        } else {
            tally().noteMissed(phase, "order " + note.order + " is shown without " + note.text);
        }
    }
}
