package org.stillwater.it.timers;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.inject.Inject;
import org.stillwater.Writes;

/** Its callback is marked. */
@Stateless
@LocalBean
public class Direct extends Timed {
    @Inject
    private Rows rows;

    @Timeout
    @Writes
    public void due(Timer timer) {
        rows.insert((String) timer.getInfo());
    }
}
