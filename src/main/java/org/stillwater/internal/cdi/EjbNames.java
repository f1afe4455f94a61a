package org.stillwater.internal.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Annotations of the EJB API, looked at by name: it may be absent. */
final class EjbNames {
    private static final String MESSAGE_DRIVEN = "jakarta.ejb.MessageDriven";

    private static final Set<String> BEANS =
            Set.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton", MESSAGE_DRIVEN);

    private EjbNames() {}

    static boolean isBean(Class<?> type) {
        return annotations(type).anyMatch(found -> BEANS.contains(name(found)));
    }

    /** Also for a class that a server has derived from it. */
    static boolean isMessageDriven(Class<?> type) {
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            if (has(next, Set.of(MESSAGE_DRIVEN))) {
                return true;
            }
        }
        return false;
    }

    static boolean has(AnnotatedElement element, Set<String> names) {
        return annotations(element).anyMatch(found -> names.contains(name(found)));
    }

    /** What the annotation's {@code value()} says, or null if it is not there. */
    static @Nullable String value(AnnotatedElement element, String annotation) {
        return annotations(element)
                .filter(found -> name(found).equals(annotation))
                .map(EjbNames::value)
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
}
