package org.stillwater.internal.cdi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.stillwater.WhenReadOnly;

/**
 * Finds EJB methods with {@link WhenReadOnly#WAIT} that can never wait, because the container has begun a transaction
 * before any interceptor is called. Looks at annotations by name: the EJB API may be absent.
 */
final class WaitPlacement {
    private static final Set<String> MAY_BE_WITHOUT = Set.of("NOT_SUPPORTED", "NEVER", "SUPPORTS");

    private WaitPlacement() {}

    static List<String> complaints(Class<?> type) {
        if (!isContainerManaged(type)) {
            return List.of();
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic()
                        && GuardedMethod.policy(method, type) == WhenReadOnly.WAIT
                        && !mayBeWithoutTransaction(method, type))
                .map(WaitPlacement::complaint)
                .toList();
    }

    private static boolean isContainerManaged(Class<?> type) {
        return EjbNames.isBean(type) && !"BEAN".equals(EjbNames.value(type, "jakarta.ejb.TransactionManagement"));
    }

    private static boolean mayBeWithoutTransaction(Method method, Class<?> type) {
        String own = EjbNames.value(method, "jakarta.ejb.TransactionAttribute");
        String attribute = own == null ? EjbNames.value(type, "jakarta.ejb.TransactionAttribute") : own;
        return attribute != null && MAY_BE_WITHOUT.contains(attribute);
    }

    private static String complaint(Method method) {
        return "@Writes(WAIT) never waits on '" + method.getDeclaringClass().getName() + "." + method.getName()
                + "': the container has begun a transaction before. Use @TransactionAttribute(NOT_SUPPORTED) there, or mark"
                + " the CDI bean that calls it";
    }
}
