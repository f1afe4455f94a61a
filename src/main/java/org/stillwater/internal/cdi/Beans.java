package org.stillwater.internal.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import javax.sql.DataSource;
import org.stillwater.GuardedDataSource;
import org.stillwater.ReadOnlyControl;
import org.stillwater.ReadOnlyFlags;

/** The beans that applications inject, and the names that pages use. */
final class Beans {
    private Beans() {}

    static void register(AfterBeanDiscovery discovery) {
        discovery
                .addBean()
                .types(ReadOnlyFlags.class, Object.class)
                .scope(Dependent.class)
                .produceWith(instance -> new LiveReadOnlyFlags());
        discovery
                .addBean()
                .types(ReadOnlyControl.class, Object.class)
                .scope(ApplicationScoped.class)
                .produceWith(instance -> new RuntimeReadOnlyControl());
        discovery
                .addBean()
                .types(GuardedDataSource.class, DataSource.class, Object.class)
                .qualifiers(new InjectedDataSource.Any())
                .scope(Dependent.class)
                .produceWith(InjectedDataSource::of);
        named(discovery, "readOnlyMode")
                .produceWith(instance -> ModeOfRequest.current(instance).isReadOnly());
        named(discovery, "readOnlyWindow")
                .produceWith(instance -> ModeOfRequest.current(instance).window());
        named(discovery, ModeOfRequest.NAME).produceWith(ModeOfRequest::current);
    }

    /** Of type {@code Object} only: a bean of type {@code Boolean} would make an application's own ambiguous. */
    private static jakarta.enterprise.inject.spi.configurator.BeanConfigurator<Object> named(
            AfterBeanDiscovery discovery, String name) {
        return discovery
                .addBean()
                .types(Object.class)
                .scope(Dependent.class)
                .name(name)
                .qualifiers(NamedLiteral.of(name));
    }
}
