package org.stillwater.throughput;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.random.RandomGenerator;

/** The kinds of request. Each goes to a note at random, so that writes seldom meet. */
enum Kind {
    PLAIN("GET without the database", 200) {
        @Override
        HttpRequest request(URI application, RandomGenerator random) {
            return HttpRequest.newBuilder(application.resolve("api/notes")).build();
        }
    },
    READ("GET that reads a row, in a transaction", 200) {
        @Override
        HttpRequest request(URI application, RandomGenerator random) {
            return HttpRequest.newBuilder(note(application, random)).build();
        }
    },
    WRITE("PUT that changes a row, `@Writes`", 204) {
        @Override
        HttpRequest request(URI application, RandomGenerator random) {
            return HttpRequest.newBuilder(note(application, random))
                    .PUT(BodyPublishers.noBody())
                    .build();
        }
    };

    /** How many notes there are; their numbers begin with 1. */
    static final int NOTES = 10_000;

    private final String title;
    private final int status;

    Kind(String title, int status) {
        this.title = title;
        this.status = status;
    }

    abstract HttpRequest request(URI application, RandomGenerator random);

    String title() {
        return title;
    }

    /** What the answer must be. */
    int status() {
        return status;
    }

    private static URI note(URI application, RandomGenerator random) {
        return application.resolve("api/notes/" + (1 + random.nextInt(NOTES)));
    }
}
