package org.stillwater.internal.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.stillwater.Writes;

/** Finds the places where {@link Writes} stands but no interceptor can be called. */
final class WritesPlacement {
    private WritesPlacement() {}

    static List<String> complaints(Class<?> type) {
        boolean wholeClass = type.isAnnotationPresent(Writes.class);
        List<String> complaints = new ArrayList<>();
        if (Modifier.isFinal(type.getModifiers()) && !type.isRecord()) {
            complaints.add("@Writes has no effect in '" + type.getName()
                    + "': the class is final, so it cannot be intercepted. Remove 'final'");
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean marked = method.isAnnotationPresent(Writes.class);
            int modifiers = method.getModifiers();
            if (marked && Modifier.isPrivate(modifiers)) {
                complaints.add(complaint(method, "private"));
            } else if (marked && Modifier.isStatic(modifiers)) {
                complaints.add(complaint(method, "static"));
            } else if ((marked || wholeClass) && isFinalBusinessMethod(method)) {
                complaints.add(complaint(method, "final"));
            }
        }
        return complaints;
    }

    private static boolean isFinalBusinessMethod(Method method) {
        int modifiers = method.getModifiers();
        return Modifier.isFinal(modifiers)
                && !Modifier.isPrivate(modifiers)
                && !Modifier.isStatic(modifiers)
                && !method.isSynthetic();
    }

    private static String complaint(Method method, String modifier) {
        return "@Writes has no effect on '" + method.getDeclaringClass().getName() + "." + method.getName()
                + "': the method is " + modifier + ", so no interceptor is called. Remove '" + modifier
                + "', or mark the method that calls it";
    }
}
