package org.stillwater.it.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Joins: the transaction is there when the inner call comes. */
@ApplicationScoped
public class JoiningTill implements Till {
    @Inject
    private TransactionalTill inner;

    @Override
    @Transactional
    public String book(String line) {
        return inner.book(line);
    }
}
