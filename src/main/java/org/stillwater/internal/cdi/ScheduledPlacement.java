package org.stillwater.internal.cdi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** Finds EJB timers that are left out while writes are refused. */
final class ScheduledPlacement {
    private static final Set<String> TIMEOUT = Set.of("jakarta.ejb.Timeout");
    private static final Set<String> SCHEDULE = Set.of("jakarta.ejb.Schedule", "jakarta.ejb.Schedules");

    private ScheduledPlacement() {}

    static List<String> complaints(Class<?> type) {
        if (!EjbNames.isBean(type)) {
            return List.of();
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && isRefused(method, type) && cannotCatchUp(method))
                .map(ScheduledPlacement::complaint)
                .toList();
    }

    private static boolean isRefused(Method method, Class<?> type) {
        boolean marked = method.isAnnotationPresent(Writes.class) || type.isAnnotationPresent(Writes.class);
        WhenReadOnly policy = GuardedMethod.policy(method, type);
        return marked && (policy == WhenReadOnly.REFUSE || policy == WhenReadOnly.WAIT);
    }

    private static boolean cannotCatchUp(Method method) {
        return EjbNames.has(method, SCHEDULE) && !EjbNames.has(method, TIMEOUT);
    }

    private static String complaint(Method method) {
        return "The timer '" + method.getDeclaringClass().getName() + "." + method.getName()
                + "' leaves out what comes while writes are refused: no other timer can call a @Schedule method. Put @Timeout"
                + " beside @Schedule, and it catches up; or say @Writes(SKIP) if it may be left out";
    }
}
