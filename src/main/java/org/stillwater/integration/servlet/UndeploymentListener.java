package org.stillwater.integration.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Lets go of messages that are held, as soon as the application is being undeployed: the server waits for their threads
 * before it stops the rest.
 */
final class UndeploymentListener implements ServletContextListener {
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        if (runtime != null) {
            runtime.background().stop();
        }
    }
}
