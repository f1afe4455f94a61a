package org.stillwater.internal.cdi;

import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;

/**
 * Makes the annotations of EJB timer callbacks interceptor bindings, which binds {@link TimerInterceptor} to every callback
 * that has one. To add a binding of our own to each callback would take an observer of every class of the application.
 *
 * <p>The annotations are known by name, because the EJB API may be absent.
 */
final class TimerBindings {
    private static final Log LOG = Log.of("cdi");
    private static final Map<String, Class<? extends TimerInterceptor>> INTERCEPTORS = Map.of(
            "jakarta.ejb.Timeout", OnTimeoutInterceptor.class,
            "jakarta.ejb.Schedule", OnScheduleInterceptor.class,
            "jakarta.ejb.Schedules", OnSchedulesInterceptor.class);

    private TimerBindings() {}

    static void register(BeforeBeanDiscovery discovery) {
        INTERCEPTORS.forEach((annotation, interceptor) -> {
            Class<? extends Annotation> binding = find(annotation);
            if (binding != null) {
                discovery
                        .configureInterceptorBinding(binding)
                        .methods()
                        .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
                discovery.addAnnotatedType(interceptor, interceptor.getName()).add(value(binding));
            }
        });
    }

    private static @Nullable Class<? extends Annotation> find(String name) {
        try {
            return Class.forName(name, false, TimerBindings.class.getClassLoader())
                    .asSubclass(Annotation.class);
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.debug("No timers are kept that @%s declares: %s", name, e);
            return null;
        }
    }

    private static Annotation value(Class<? extends Annotation> type) {
        return (Annotation) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> member(type, proxy, method, arguments));
    }

    private static @Nullable Object member(
            Class<? extends Annotation> type, Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> type.hashCode();
            case "toString" -> "@" + type.getName();
            default -> method.getDefaultValue() != null ? method.getDefaultValue() : none(method.getReturnType());
        };
    }

    /** {@code @Schedules} has no default; what it says is not looked at. */
    private static Object none(Class<?> arrayType) {
        return Array.newInstance(arrayType.getComponentType(), 0);
    }
}
