package org.stillwater.docs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** A sample of the guide. */
@Singleton
public class Reminders {
    @Inject
    private Mailbox mailbox;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    @Writes(WhenReadOnly.SKIP)
    public void sendReminders() {
        mailbox.sendDueReminders();
    }
}
