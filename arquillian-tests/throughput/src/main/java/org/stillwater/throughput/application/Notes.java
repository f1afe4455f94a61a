package org.stillwater.throughput.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.stillwater.Writes;

/** Reads and writes one row in a transaction, as most applications do. */
@ApplicationScoped
@Transactional
public class Notes {
    @PersistenceContext
    private EntityManager entityManager;

    public String read(int id) {
        return entityManager.find(Note.class, id).text();
    }

    @Writes
    public void change(int id) {
        entityManager.find(Note.class, id).change();
    }
}
