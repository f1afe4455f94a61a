package org.stillwater.internal.cdi;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/**
 * Which policy applies to a call: the method's, else the class's. A call that is intercepted without either (a
 * stereotype, an extension of the application) is refused. Thread-safe.
 */
final class WritePolicies {
    private static final Map<Key, WhenReadOnly> KNOWN = new ConcurrentHashMap<>();

    private WritePolicies() {}

    static WhenReadOnly of(Method method, Object target) {
        return KNOWN.computeIfAbsent(new Key(method, target.getClass()), WritePolicies::find);
    }

    private static WhenReadOnly find(Key key) {
        Writes writes = key.method.getAnnotation(Writes.class);
        for (Class<?> type = key.target; writes == null && type != null; type = type.getSuperclass()) {
            writes = type.getAnnotation(Writes.class);
        }
        return writes == null ? WhenReadOnly.REFUSE : writes.value();
    }

    private record Key(Method method, Class<?> target) {}
}
