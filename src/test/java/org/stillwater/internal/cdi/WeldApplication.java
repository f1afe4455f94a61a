package org.stillwater.internal.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import org.stillwater.ReadOnlyControl;
import org.stillwater.ReadOnlyFlags;

/** A small application in plain Weld SE, with a mode store in memory. */
final class WeldApplication implements AutoCloseable {
    private final SeContainer container;

    private WeldApplication(SeContainer container) {
        this.container = container;
    }

    static WeldApplication of(Class<?>... beans) {
        return of(SeContainerInitializer.newInstance().addBeanClasses(beans));
    }

    static WeldApplication of(SeContainerInitializer initializer) {
        System.setProperty("stillwater.store", "memory");
        try {
            return new WeldApplication(initializer
                    .disableDiscovery()
                    .addExtensions(StillwaterExtension.class)
                    .initialize());
        } finally {
            System.clearProperty("stillwater.store");
        }
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    ReadOnlyFlags flags() {
        return get(ReadOnlyFlags.class);
    }

    void enter(String reason) {
        get(ReadOnlyControl.class)
                .enter(ReadOnlyControl.Request.named("test").because(reason).lasting(Duration.ofMinutes(10)));
    }

    void leave() {
        get(ReadOnlyControl.class).leave("test");
    }

    SeContainer container() {
        return container;
    }

    @Override
    public void close() {
        container.close();
    }
}
