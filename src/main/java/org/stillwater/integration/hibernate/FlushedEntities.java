package org.stillwater.integration.hibernate;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.hibernate.engine.spi.ActionQueue;

/**
 * Whether the calling thread executes what a flush has queued: {@link WriteListener} has looked at each of these writes, and
 * knows better than their SQL what they change. Read from the stack, because Hibernate puts the statements of several
 * entities together and executes them when it likes. A callback of the application's own that comes in between speaks
 * for itself. Stateless, thread-safe.
 */
final class FlushedEntities implements BooleanSupplier {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private static final List<String> PLUMBING = List.of("org.stillwater.internal.", "org.hibernate.", "java.", "jdk.");

    @Override
    public boolean getAsBoolean() {
        return WALKER.walk(stack -> reachesQueue(stack.dropWhile(frame -> isNamed(frame, FlushedEntities.class))));
    }

    private static boolean reachesQueue(Stream<StackFrame> stack) {
        return stack.takeWhile(frame -> PLUMBING.stream().anyMatch(frame.getClassName()::startsWith))
                .anyMatch(frame -> isNamed(frame, ActionQueue.class)
                        && frame.getMethodName().equals("executeActions"));
    }

    private static boolean isNamed(StackFrame frame, Class<?> type) {
        return frame.getClassName().equals(type.getName());
    }
}
