package org.stillwater.it.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Hooks {@link Surroundings} and {@link MariaDbStart} into every Arquillian run that has this module on its class path. */
public final class ContainerExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Surroundings.class).observer(MariaDbStart.class);
    }
}
