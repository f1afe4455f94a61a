package org.stillwater.it.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.stillwater.Writes;

/** Refused in read-only mode. */
@ApplicationScoped
@Writes
public class Guarded {
    public void write() {}
}
