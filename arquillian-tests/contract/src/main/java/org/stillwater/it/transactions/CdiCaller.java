package org.stillwater.it.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.stillwater.it.Gate;

/** Holds a transaction of a CDI bean after the bean that writes has returned. */
@ApplicationScoped
@Transactional
public class CdiCaller {
    @Inject
    private CdiNotes notes;

    @Inject
    private Gate gate;

    public void holdAfterTheWrite() {
        notes.add("written");
        gate.hold();
    }
}
