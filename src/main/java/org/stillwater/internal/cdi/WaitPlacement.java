package org.stillwater.internal.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillwater.WhenReadOnly;

/**
 * Finds EJB methods with {@link WhenReadOnly#WAIT} that can never wait, because the container has begun a transaction
 * before any interceptor is called. Looks at annotations by name: the EJB API may be absent.
 */
final class WaitPlacement {
    private static final Set<String> BEANS = Set.of(
            "jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton", "jakarta.ejb.MessageDriven");
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
        return annotations(type).anyMatch(found -> BEANS.contains(name(found)))
                && !"BEAN".equals(value(type, "jakarta.ejb.TransactionManagement"));
    }

    private static boolean mayBeWithoutTransaction(Method method, Class<?> type) {
        String own = value(method, "jakarta.ejb.TransactionAttribute");
        String attribute = own == null ? value(type, "jakarta.ejb.TransactionAttribute") : own;
        return attribute != null && MAY_BE_WITHOUT.contains(attribute);
    }

    private static @Nullable String value(AnnotatedElement element, String annotation) {
        return annotations(element)
                .filter(found -> name(found).equals(annotation))
                .map(WaitPlacement::value)
                .findFirst()
                .orElse(null);
    }

    private static String value(Annotation annotation) {
        try {
            return annotation
                    .annotationType()
                    .getMethod("value")
                    .invoke(annotation)
                    .toString();
        } catch (ReflectiveOperationException e) {
            return "";
        }
    }

    private static Stream<Annotation> annotations(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations());
    }

    private static String name(Annotation annotation) {
        return annotation.annotationType().getName();
    }

    private static String complaint(Method method) {
        return "@Writes(WAIT) never waits on '" + method.getDeclaringClass().getName() + "." + method.getName()
                + "': the container has begun a transaction before. Use @TransactionAttribute(NOT_SUPPORTED) there, or mark"
                + " the CDI bean that calls it";
    }
}
