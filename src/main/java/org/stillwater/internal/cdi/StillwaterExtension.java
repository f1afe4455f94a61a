package org.stillwater.internal.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import org.stillwater.EnteringReadOnly;
import org.stillwater.ModeChange;
import org.stillwater.Writes;
import org.stillwater.internal.jdbc.DataSourceGuards;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.runtime.Integrations;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Brings the library into an application's CDI container. Registers every bean by hand, so the library's jar needs no
 * {@code beans.xml} and no class of it is scanned.
 *
 * <p>This class must not mention a type that may be absent, not even in a private method: Weld drops an extension that
 * it cannot link (WELD-000139) and starts without it, and writes would go unguarded.
 */
public class StillwaterExtension implements Extension {
    private static final Log LOG = Log.of("cdi");

    void registerBeanClasses(@Observes BeforeBeanDiscovery discovery) {
        for (Class<?> type : new Class<?>[] {WritesInterceptor.class, SelfCheckProbe.class, ModeOfRequest.class}) {
            discovery.addAnnotatedType(type, type.getName());
        }
        TimerBindings.register(discovery);
        Class<?> chunkGate = Integrations.find("org.stillwater.integration.batch.ChunkGate");
        if (chunkGate != null) {
            discovery.addAnnotatedType(chunkGate, chunkGate.getName());
        }
    }

    void warnWhereWritesCannotWork(@Observes @WithAnnotations(Writes.class) ProcessAnnotatedType<?> type) {
        Class<?> marked = type.getAnnotatedType().getJavaClass();
        WritesPlacement.complaints(marked).forEach(complaint -> LOG.warn("STILL00501", "%s", complaint));
        WaitPlacement.complaints(marked).forEach(complaint -> LOG.warn("STILL00511", "%s", complaint));
        ScheduledPlacement.complaints(marked).forEach(complaint -> LOG.warn("STILL00512", "%s", complaint));
    }

    void registerBeans(@Observes AfterBeanDiscovery discovery) {
        Beans.register(discovery);
    }

    void startRuntime(@Observes AfterDeploymentValidation validation, BeanManager beans) {
        try {
            ReadOnlyRuntime runtime = ReadOnlyRuntime.start();
            runtime.requireNothingWrittenBefore();
            runtime.mayObject(window -> {
                EnteringReadOnly entering = new EnteringReadOnly(window);
                beans.getEvent().select(EnteringReadOnly.class).fire(entering);
                return entering.objections();
            });
            runtime.listen((before, now) -> beans.getEvent()
                    .select(ModeChange.class)
                    .fire(new ModeChange(
                            before.mode(),
                            now.mode(),
                            now.snapshot().epoch(),
                            now.snapshot().windows())));
        } catch (RuntimeException e) {
            ReadOnlyRuntime.stop();
            validation.addDeploymentProblem(e);
        }
    }

    void stopRuntime(@Observes BeforeShutdown shutdown) {
        ReadOnlyRuntime.stop();
        DataSourceGuards.forgetAll();
    }
}
