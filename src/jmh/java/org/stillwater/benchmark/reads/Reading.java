package org.stillwater.benchmark.reads;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.ToIntBiFunction;

/** What a transaction reads. */
enum Reading {
    FIND("a row by its identifier", Reading::find),
    QUERY("a query of 20 rows", Reading::query);

    static final int ROWS = 1_000;
    private static final int QUERIED = 20;

    private final String words;
    private final ToIntBiFunction<EntityManager, Integer> work;

    Reading(String words, ToIntBiFunction<EntityManager, Integer> work) {
        this.words = words;
        this.work = work;
    }

    /** Returns something that depends on all that was read. */
    int read(EntityManager manager, int number) {
        return work.applyAsInt(manager, number);
    }

    private static int find(EntityManager manager, int number) {
        return manager.find(Note.class, 1 + number % ROWS).length();
    }

    private static int query(EntityManager manager, int number) {
        int first = 1 + number % (ROWS - QUERIED);
        List<Note> notes = manager.createQuery("select n from Note n where n.id between :first and :last", Note.class)
                .setParameter("first", first)
                .setParameter("last", first + QUERIED - 1)
                .getResultList();
        if (notes.size() != QUERIED) {
            throw new IllegalStateException(notes.size() + " rows were read in place of " + QUERIED);
        }
        return notes.stream().mapToInt(Note::length).sum();
    }

    @Override
    public String toString() {
        return words;
    }
}
