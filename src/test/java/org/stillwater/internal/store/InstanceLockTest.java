package org.stillwater.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.OwnThread;

class InstanceLockTest {
    @TempDir
    Path directory;

    @Test
    void waitsForAnotherApplicationOfTheSameServerThatIsProbingIt() throws Exception {
        Path file = directory.toRealPath().resolve("shop" + InstanceLock.SUFFIX);
        CompletableFuture<InstanceLock> taking;
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock probe = channel.tryLock(0, Long.MAX_VALUE, true)) {
            assertThat(probe).isNotNull();
            taking = OwnThread.supply(this::take);
            Assertions.assertThatThrownBy(() -> taking.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
        }
        InstanceLock lock = taking.get(5, TimeUnit.SECONDS);
        assertThat(InstanceLock.isHeld(directory, "shop")).isTrue();
        lock.release();
        assertThat(InstanceLock.isHeld(directory, "shop")).isFalse();
    }

    private InstanceLock take() {
        try {
            return InstanceLock.take(directory, "shop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
