package org.stillwater.internal.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/**
 * A method that is asked about, and which policy applies to it: the method's, else the class's. A call that is
 * intercepted without either (a stereotype, an extension of the application) is refused.
 *
 * <p>Found once for each method and class, and without allocation from then on. Thread-safe.
 */
record GuardedMethod(
        Class<?> target, Method method, WhenReadOnly policy, boolean mayBeAsynchronous, boolean messageDriven) {
    private static final Map<Class<?>, Map<Method, GuardedMethod>> KNOWN = new ConcurrentHashMap<>();

    static GuardedMethod of(Method method, Object target) {
        Map<Method, GuardedMethod> ofClass = KNOWN.get(target.getClass());
        GuardedMethod known = ofClass == null ? null : ofClass.get(method);
        return known != null ? known : find(method, target.getClass());
    }

    private static GuardedMethod find(Method method, Class<?> target) {
        return KNOWN.computeIfAbsent(target, unknown -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        method,
                        unknown -> new GuardedMethod(
                                target,
                                method,
                                policy(method, target),
                                mayBeAsynchronous(method.getReturnType()),
                                EjbNames.isMessageDriven(target)));
    }

    /** Whether this is what {@link #of} would find. */
    boolean is(Method called, Object bean) {
        return method == called && target == bean.getClass();
    }

    /** Whether a value of this type can be a {@link CompletionStage}: to ask that of each value costs more than the gate. */
    private static boolean mayBeAsynchronous(Class<?> type) {
        boolean leaf = type.isPrimitive() || Modifier.isFinal(type.getModifiers());
        return !leaf || CompletionStage.class.isAssignableFrom(type);
    }

    static WhenReadOnly policy(Method method, Class<?> target) {
        Writes own = method.getAnnotation(Writes.class);
        Writes writes = own == null ? target.getAnnotation(Writes.class) : own;
        return writes == null ? WhenReadOnly.REFUSE : writes.value();
    }

    /** As it is named to an operator; made only when somebody asks. */
    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
