package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmptyValuesTest {
    @Test
    void primitivesAreZeroOrFalse() {
        assertThat(EmptyValues.of(int.class)).isEqualTo(0);
        assertThat(EmptyValues.of(long.class)).isEqualTo(0L);
        assertThat(EmptyValues.of(double.class)).isEqualTo(0.0);
        assertThat(EmptyValues.of(char.class)).isEqualTo('\0');
        assertThat(EmptyValues.of(boolean.class)).isEqualTo(false);
        assertThat(EmptyValues.of(void.class)).isNull();
    }

    @Test
    void whatCanBeEmptyIsEmpty() {
        assertThat(EmptyValues.of(Optional.class)).isEqualTo(Optional.empty());
        assertThat(EmptyValues.of(OptionalInt.class)).isEqualTo(OptionalInt.empty());
        assertThat(EmptyValues.of(OptionalLong.class)).isEqualTo(OptionalLong.empty());
        assertThat(EmptyValues.of(OptionalDouble.class)).isEqualTo(OptionalDouble.empty());
        assertThat(EmptyValues.of(List.class)).isEqualTo(List.of());
        assertThat(EmptyValues.of(Iterable.class)).isEqualTo(List.of());
        assertThat(EmptyValues.of(Set.class)).isEqualTo(Set.of());
        assertThat(EmptyValues.of(Map.class)).isEqualTo(Map.of());
        assertThat(((Stream<?>) EmptyValues.of(Stream.class)).toList()).isEmpty();
        assertThat(((CompletableFuture<?>) EmptyValues.of(CompletableFuture.class)).join())
                .isNull();
    }

    @Test
    void everythingElseIsNull() {
        assertThat(EmptyValues.of(String.class)).isNull();
        assertThat(EmptyValues.of(Integer.class)).isNull();
    }
}
