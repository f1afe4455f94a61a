package org.stillwater.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.stillwater.Writes;
import org.stillwater.internal.cdi.StillwaterExtension;

/** The same method, three times, as a bean with a client proxy and as one without. */
final class Services {
    private Services() {}

    /** A container with all of them. */
    @SuppressWarnings("unchecked")
    static SeContainer start() {
        System.setProperty("stillwater.store", "memory");
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(StillwaterExtension.class)
                .addBeanClasses(EmptyInterceptor.class)
                .addBeanClasses(Services.class.getDeclaredClasses())
                .initialize();
    }

    /** Not intercepted. */
    @ApplicationScoped
    public static class ScopedPlain {
        /** Does next to nothing. */
        public int next(int number) {
            return number + 1;
        }
    }

    /** Intercepted by nothing. */
    @ApplicationScoped
    public static class ScopedEmpty {
        /** Does next to nothing. */
        @Empty
        public int next(int number) {
            return number + 1;
        }
    }

    /** Guarded. */
    @ApplicationScoped
    public static class ScopedWrites {
        /** Does next to nothing. */
        @Writes
        public int next(int number) {
            return number + 1;
        }
    }

    /** Not intercepted. */
    @Dependent
    public static class DependentPlain {
        /** Does next to nothing. */
        public int next(int number) {
            return number + 1;
        }
    }

    /** Intercepted by nothing. */
    @Dependent
    public static class DependentEmpty {
        /** Does next to nothing. */
        @Empty
        public int next(int number) {
            return number + 1;
        }
    }

    /** Guarded. */
    @Dependent
    public static class DependentWrites {
        /** Does next to nothing. */
        @Writes
        public int next(int number) {
            return number + 1;
        }
    }
}
