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
 * @param freezingReplicas pause the replicas when they show everything; the mode is never unverified then
 */
public record EnterRequest(
        Window window,
        Duration drainTimeout,
        boolean inSpiteOfStragglers,
        boolean inSpiteOfObjections,
        boolean withoutApplications,
        boolean freezingReplicas) {
    /** @throws IllegalArgumentException if the parts contradict each other */
    public EnterRequest {
        if (inSpiteOfStragglers && freezingReplicas) {
            throw new IllegalArgumentException(
                    "A straggler may commit after the replicas were frozen, and nobody would see it before the lift");
        }
    }

    /** Without freezing replicas. */
    public EnterRequest(
            Window window,
            Duration drainTimeout,
            boolean inSpiteOfStragglers,
            boolean inSpiteOfObjections,
            boolean withoutApplications) {
        this(window, drainTimeout, inSpiteOfStragglers, inSpiteOfObjections, withoutApplications, false);
    }
}
