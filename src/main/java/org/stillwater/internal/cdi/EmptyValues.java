package org.stillwater.internal.cdi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a method that is skipped returns: empty where its type has an empty value, else null, zero or false. */
final class EmptyValues {
    private EmptyValues() {}

    static @Nullable Object of(Class<?> type) {
        if (type.isPrimitive()) {
            return ofPrimitive(type);
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class || type == Collection.class || type == Iterable.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == CompletionStage.class || type == Future.class || type == CompletableFuture.class) {
            return CompletableFuture.completedFuture(null);
        }
        return ofStreamOrNumber(type);
    }

    private static @Nullable Object ofStreamOrNumber(Class<?> type) {
        if (type == Stream.class) {
            return Stream.empty();
        }
        if (type == IntStream.class) {
            return IntStream.empty();
        }
        if (type == LongStream.class) {
            return LongStream.empty();
        }
        if (type == DoubleStream.class) {
            return DoubleStream.empty();
        }
        if (type == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (type == OptionalLong.class) {
            return OptionalLong.empty();
        }
        return type == OptionalDouble.class ? OptionalDouble.empty() : null;
    }

    private static @Nullable Object ofPrimitive(Class<?> type) {
        // A new array holds the primitive's zero, boxed by get.
        return type == void.class ? null : java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
    }
}
