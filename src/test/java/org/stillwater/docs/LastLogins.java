package org.stillwater.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** A sample of docs/guide.md. */
@ApplicationScoped
public class LastLogins {
    @Inject
    private LoginRows rows;

    @Writes(WhenReadOnly.SKIP)
    public void note(String user) {
        rows.insert(user);
    }
}

interface LoginRows {
    void insert(String user);
}
