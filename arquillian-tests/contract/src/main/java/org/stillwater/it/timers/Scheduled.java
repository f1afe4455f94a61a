package org.stillwater.it.timers;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.inject.Inject;
import org.stillwater.Writes;

/** Its callback is that of an automatic timer, too: what the guide advises for those that must catch up. */
@Stateless
@LocalBean
public class Scheduled extends Timed {
    @Inject
    private Rows rows;

    @Timeout
    @Schedule(year = "2099", persistent = false)
    @Writes
    public void due(Timer timer) {
        rows.insert((String) timer.getInfo());
    }
}
