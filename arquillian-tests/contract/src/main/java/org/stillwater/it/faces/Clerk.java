package org.stillwater.it.faces;

import jakarta.ejb.Stateless;
import org.stillwater.Writes;

/** Refused in read-only mode. */
@Stateless
public class Clerk {
    @Writes
    public String save(String text) {
        return "saved " + text;
    }
}
