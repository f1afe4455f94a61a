package org.stillwater.integration.servlet;

import java.lang.reflect.Proxy;

/** Stands in for a container, where a real one would not do what the specification allows. */
final class Fakes {
    private Fakes() {}

    /** What is answered to each method. */
    @FunctionalInterface
    interface Behaviour {
        Object answer(String method, Object[] arguments);
    }

    static <T> T of(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.answer(method.getName(), arguments)));
    }
}
