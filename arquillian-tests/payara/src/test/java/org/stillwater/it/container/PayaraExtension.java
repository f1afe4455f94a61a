package org.stillwater.it.container;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Hooks {@link PayaraDomain} and {@link PayaraUsers} into the Arquillian run. */
public final class PayaraExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(PayaraDomain.class);
        builder.observer(PayaraUsers.class);
    }
}
