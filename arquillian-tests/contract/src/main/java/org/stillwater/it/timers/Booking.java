package org.stillwater.it.timers;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.stillwater.Writes;

/** A declared write that timer callbacks call. */
@Stateless
@LocalBean
@Writes
public class Booking {
    @Inject
    private Rows rows;

    public void book(String line) {
        rows.insert(line);
    }
}
