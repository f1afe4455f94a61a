package org.stillwater.it.container;

import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;

/** Chooses MariaDB's port before Arquillian reads {@code arquillian.xml}, or Payara's {@code domain.xml} is written; MariaDB and the server start at the same time. */
final class MariaDbStart {
    void start(@Observes(precedence = 90) ManagerStarted event) {
        MariaDb.start();
    }
}
