package org.stillwater.it.requests;

import jakarta.ejb.Stateless;
import org.stillwater.Writes;

/** Would write; whether it is called is all that counts here. */
@Stateless
public class Archive {
    @Writes
    public void store() {}
}
