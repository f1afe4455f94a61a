package org.stillwater.it.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Hooks {@link PoolCheck} and {@link WildFlyUsers} into the Arquillian run. */
public final class WildFlyExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(PoolCheck.class);
        builder.observer(WildFlyUsers.class);
    }
}
