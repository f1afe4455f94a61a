package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.Writes;

/** The library guards an application wherever an API that it can do without is not there: each alone, and all. */
class AbsentApisTest {
    private static final List<String> OPTIONAL = List.of(
            "jakarta.servlet.ServletContext",
            "jakarta.faces.context.FacesContext",
            "jakarta.ws.rs.core.Feature",
            "jakarta.persistence.EntityManager",
            "jakarta.transaction.TransactionSynchronizationRegistry",
            "jakarta.ejb.EJB",
            "jakarta.batch.api.chunk.listener.ChunkListener",
            "jakarta.json.JsonObject",
            "org.eclipse.microprofile.config.Config",
            "org.hibernate.Session",
            "org.eclipse.persistence.Version");

    static Stream<List<String>> absent() {
        return Stream.concat(OPTIONAL.stream().map(List::of), Stream.of(OPTIONAL));
    }

    @ParameterizedTest
    @MethodSource("absent")
    void refusesAWriteWithout(List<String> types) throws Exception {
        try (WithoutApis loader =
                new WithoutApis(types.stream().map(AbsentApisTest::packageOf).toList())) {
            for (String type : types) {
                assertThatCode(() -> getClass().getClassLoader().loadClass(type))
                        .as("present otherwise")
                        .doesNotThrowAnyException();
                assertThatThrownBy(() -> loader.loadClass(type)).isInstanceOf(ClassNotFoundException.class);
            }
            assertThat(run(loader)).containsExactly("written", "refused", "lifted", "written");
        }
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static List<String> run(ClassLoader loader) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object life = loader.loadClass(Life.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            @SuppressWarnings("unchecked") // Life is one
            Callable<List<String>> callable = (Callable<List<String>>) life;
            return callable.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Runs in a class loader of its own, so that it answers with types of the JDK only. */
    public static final class Life implements Callable<List<String>> {
        @Override
        public List<String> call() {
            try (WeldApplication application = WeldApplication.of(Ledger.class)) {
                Ledger ledger = application.get(Ledger.class);
                ledger.write();
                application.enter("a test");
                try {
                    ledger.write();
                } catch (ReadOnlyModeException e) {
                    ledger.lines().add("refused");
                }
                application.leave();
                ledger.lines().add("lifted");
                ledger.write();
                return List.copyOf(ledger.lines());
            }
        }
    }

    @ApplicationScoped
    static class Ledger {
        private final List<String> lines = new ArrayList<>();

        @Writes
        void write() {
            lines.add("written");
        }

        List<String> lines() {
            return lines;
        }
    }
}
