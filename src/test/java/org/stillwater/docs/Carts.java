package org.stillwater.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** A sample of docs/guide.md. */
@ApplicationScoped
@Transactional
public class Carts {
    @Inject
    private CartRows rows;

    @Writes(WhenReadOnly.WAIT)
    public void add(String article) {
        rows.insert(article);
    }
}

interface CartRows {
    void insert(String article);
}
