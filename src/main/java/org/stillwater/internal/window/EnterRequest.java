package org.stillwater.internal.window;

import java.time.Duration;
import org.stillwater.Window;

/**
 * What to enter.
 *
 * @param window the window to open
 * @param drainTimeout how long to wait for writes in flight
 * @param inSpiteOfStragglers go on when that time is over; the mode is marked unverified then
 * @param inSpiteOfObjections go on although an application objects
 * @param withoutApplications go on if no application is running
 */
public record EnterRequest(
        Window window,
        Duration drainTimeout,
        boolean inSpiteOfStragglers,
        boolean inSpiteOfObjections,
        boolean withoutApplications) {}
