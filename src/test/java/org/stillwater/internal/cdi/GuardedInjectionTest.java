package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.Guarded;
import org.stillwater.GuardedDataSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** {@code @Inject @Guarded}, with a naming service that knows the names {@code a} and {@code b}. */
class GuardedInjectionTest {
    private static final JdbcDataSource H2 = new JdbcDataSource();

    @BeforeEach
    void name() {
        H2.setURL("jdbc:h2:mem:injected");
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Test
    void eachInjectionPointGetsTheDataSourceThatItNames() throws SQLException {
        try (WeldApplication application = WeldApplication.of(Shop.class)) {
            Shop shop = application.get(Shop.class);
            assertThat(((GuardedDataSource) shop.a()).name()).isEqualTo("a");
            assertThat(shop.b().name()).isEqualTo("b");
            assertThat(ReadOnlyRuntime.guardLines())
                    .containsExactly("data source 'a': not connected yet", "data source 'b': not connected yet");
            application.enter("a test");
            try (Connection connection = shop.a().getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("create table x (id int)"))
                        .isInstanceOf(ReadOnlyModeException.class);
            }
        }
        assertThat(ReadOnlyRuntime.guardLines()).isEmpty();
    }

    @Test
    void aNameThatIsNotThereIsNamed() {
        try (WeldApplication application = WeldApplication.of(Wrong.class)) {
            assertThatThrownBy(() -> application.get(Wrong.class))
                    .hasStackTraceContaining("STILL01506: @Guarded(\"nothing\") names no data source");
        }
    }

    @Test
    void anApplicationsOwnDataSourceBeanIsNotAmbiguous() {
        try (WeldApplication application = WeldApplication.of(Shop.class, Own.class)) {
            assertThat(application.get(DataSource.class)).isSameAs(H2);
        }
    }

    @ApplicationScoped
    static class Shop {
        @Inject
        @Guarded("a")
        private DataSource a;

        private GuardedDataSource b;

        DataSource a() {
            return a;
        }

        @Inject
        void take(@Guarded("b") GuardedDataSource injected) {
            b = injected;
        }

        GuardedDataSource b() {
            return b;
        }
    }

    @Dependent
    static class Wrong {
        @Inject
        @Guarded("nothing")
        DataSource nothing;
    }

    @Dependent
    static class Own {
        @Produces
        DataSource own() {
            return H2;
        }
    }

    /** Made by {@link javax.naming.InitialContext}. */
    public static final class Names implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) {
            return (Context) Proxy.newProxyInstance(
                    Names.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, args) -> {
                        if (method.getName().equals("lookup")) {
                            if (args[0].equals("a") || args[0].equals("b")) {
                                return H2;
                            }
                            throw new NameNotFoundException(args[0].toString());
                        }
                        return null;
                    });
        }
    }
}
