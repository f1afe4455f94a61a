package org.stillwater.docs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.inject.Inject;
import org.stillwater.Writes;

/** A sample of the guide. */
@Singleton
public class Reminders {
    @Inject
    private Mailbox mailbox;

    @Schedule(hour = "3", persistent = false)
    @Timeout
    @Writes
    public void sendReminders() {
        mailbox.sendDueReminders();
    }
}
