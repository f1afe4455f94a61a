package org.stillwater.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is undeployed leaves nothing of the library behind: no thread, and nothing on those of the server. */
class UnloadingTest {
    private final ExecutorService server = Executors.newSingleThreadExecutor();

    @TempDir
    Path store;

    /** A thread keeps the class loaders of all who were on the stack when it was made. */
    @BeforeEach
    void isThereBeforeTheApplication() throws Exception {
        server.submit(() -> {}).get();
    }

    @AfterEach
    void stop() {
        System.clearProperty("stillwater.store");
        server.shutdownNow();
    }

    @Test
    void theClassLoaderOfAnApplicationThatIsGoneIsFreed() throws Exception {
        System.setProperty("stillwater.store", store.resolve("store").toString());
        WeakReference<ClassLoader> application = liveAndGo();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return application.refersTo(null);
        });
        assertThat(server.submit(() -> "alive").get()).isEqualTo("alive");
    }

    @SuppressWarnings("unchecked")
    private WeakReference<ClassLoader> liveAndGo() throws Exception {
        ClassLoader application = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        Class<?> life = application.loadClass(Life.class.getName());
        assertThat(life).isNotSameAs(Life.class);
        ((Consumer<ExecutorService>) life.getDeclaredConstructor().newInstance()).accept(server);
        return new WeakReference<>(application);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(UnloadingTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
