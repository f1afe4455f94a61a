package org.stillwater.demo.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The kinds of writing, each leaving its marker in the database if it was done. */
public enum Write {
    /** An EJB with {@code @Writes}, then a CDI bean with {@code @Writes}: two transactions in one request. */
    PLACE_ORDER("EJB + CDI bean, two transactions") {
        @Override
        HttpResponse<String> send(Site site, String marker, RandomGenerator random, int orders)
                throws IOException, InterruptedException {
            int first = 1 + random.nextInt(1000);
            String items = json("[{'productId':%d,'quantity':2},{'productId':%d,'quantity':1}]", first, first + 1000);
            String order =
                    json("{'reference':'%s','customerId':%d,'items':%s}", marker, 1 + random.nextInt(5000), items);
            return site.sendJson("POST", "api/orders", order);
        }
    },
    /** An EJB with {@code @Writes}. */
    MOVE_ORDER("EJB") {
        @Override
        HttpResponse<String> send(Site site, String marker, RandomGenerator random, int orders)
                throws IOException, InterruptedException {
            return site.sendJson(
                    "PUT",
                    "api/orders/" + (1 + random.nextInt(orders)) + "/status",
                    json("{'status':'PACKED','note':'%s'}", marker));
        }
    },
    /** A CDI bean with {@code @Transactional} and {@code @Writes}. */
    RECEIVE_PARTS("CDI bean") {
        @Override
        HttpResponse<String> send(Site site, String marker, RandomGenerator random, int orders)
                throws IOException, InterruptedException {
            return site.sendJson(
                    "POST",
                    "api/products/" + (1 + random.nextInt(2000)) + "/receipts",
                    json("{'quantity':3,'reference':'%s'}", marker));
        }
    },
    /** An EJB in which somebody forgot {@code @Writes}. */
    UNDECLARED("EJB without @Writes") {
        @Override
        HttpResponse<String> send(Site site, String marker, RandomGenerator random, int orders)
                throws IOException, InterruptedException {
            return site.sendJson(
                    "POST", "api/customers/" + (1 + random.nextInt(5000)) + "/notes", json("{'text':'%s'}", marker));
        }
    },
    /** A Faces form: the page is opened, filled in, and sent back. */
    FACES_FORM("Faces form") {
        @Override
        HttpResponse<String> send(Site site, String marker, RandomGenerator random, int orders)
                throws IOException, InterruptedException {
            return FacesForm.open(site, "order.xhtml?id=" + (1 + random.nextInt(orders)), "annotate")
                    .submit("annotate:note", marker, "annotate:save");
        }

        @Override
        Outcome judge(HttpResponse<String> answer, String marker) {
            return FacesForm.judge(answer, marker);
        }
    };

    private final String title;

    Write(String title) {
        this.title = title;
    }

    /** How the application does it. */
    public String title() {
        return title;
    }

    abstract HttpResponse<String> send(Site site, String marker, RandomGenerator random, int orders)
            throws IOException, InterruptedException;

    /** A REST client's view: 2xx is done, 503 with a time to come back is a refusal. */
    Outcome judge(HttpResponse<String> answer, String marker) {
        if (answer.statusCode() / 100 == 2) {
            return Outcome.DONE;
        }
        boolean refused = answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
        return refused ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static String json(String singleQuoted, Object... values) {
        return String.format(Locale.ROOT, singleQuoted.replace('\'', '"'), values);
    }
}
