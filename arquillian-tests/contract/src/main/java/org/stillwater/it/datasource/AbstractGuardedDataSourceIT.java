package org.stillwater.it.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.sql.SQLException;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.it.Archives;
import org.stillwater.it.Gate;
import org.stillwater.it.Operator;

/** An application that uses JDBC only, through one guarded data source that is injected and one that is made by code. */
@ArquillianTest
@RunAsClient
public abstract class AbstractGuardedDataSourceIT {
    private static final String FIRST = "1 first";

    private final Operator operator;

    @ArquillianResource
    private URL base;

    protected AbstractGuardedDataSourceIT(Class<?> test) {
        operator = Operator.of(test);
    }

    protected static WebArchive application(Class<?> test) {
        return Archives.war(test).addClasses(NoteServlet.class, Way.class, In.class, Gate.class);
    }

    /** Makes the table empty but for {@code (1, 'first')}, and the functions and the procedure. */
    protected abstract void fill() throws SQLException;

    /** All rows, past the server. */
    protected abstract List<String> notes() throws SQLException;

    /** The name of the database, as its driver says it. */
    protected abstract String product();

    @BeforeEach
    void prepare() throws Exception {
        fill();
        assertThat(notes()).containsExactly(FIRST);
    }

    @AfterEach
    void leave() throws Exception {
        client().open();
        operator.leave();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void refuses_every_way_to_write(Way way) throws Exception {
        operator.enter();
        for (In in : In.values()) {
            assertThat(client().call(way, in)).as("injected, %s", in).startsWith("refused: STILL00605");
            assertThat(client().callByCode(way, in)).as("by code, %s", in).startsWith("refused: STILL00605");
        }
        assertThat(notes()).containsExactly(FIRST);
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {
                "STATEMENT",
                "PREPARED",
                "BATCH",
                "PREPARED_BATCH",
                "CALLABLE",
                "FUNCTION",
                "UPDATABLE_ROWS",
                "METADATA_CONNECTION",
                "STATEMENT_CONNECTION"
            })
    void admits_every_way_to_write_in_normal_mode_and_keeps_no_permit(Way way) throws Exception {
        for (In in : In.values()) {
            fill();
            assertThat(client().call(way, in)).as("%s", in).isEqualTo("done");
            assertThat(notes()).as("%s", in).isNotEqualTo(List.of(FIRST));
        }
        operator.enter();
    }

    @ParameterizedTest
    @EnumSource
    void writes_again_as_soon_as_the_window_is_lifted(In in) throws Exception {
        for (String before : new String[] {"read", "STATEMENT", "FUNCTION", "swallow"}) {
            fill();
            operator.enter();
            client().call(before, in);
            operator.leave();
            assertThat(client().call(Way.STATEMENT, in)).isEqualTo("done");
            assertThat(client().call(Way.PREPARED, in)).isEqualTo("done");
            assertThat(notes()).containsExactly("1 changed", "2 new");
        }
    }

    @Test
    void reads_a_function_in_a_transaction_that_the_database_keeps_read_only() throws Exception {
        assertThat(client().call("read", In.AUTOCOMMIT)).isEqualTo("1, done");
        operator.enter();
        assertThat(client().call("read", In.LOCAL)).isEqualTo("1, done");
        assertThat(client().call("read", In.JTA)).isEqualTo("1, done");
        // Without a transaction nobody can say what a function does.
        assertThat(client().call("read", In.AUTOCOMMIT)).startsWith("refused: ");
    }

    @ParameterizedTest
    @CsvSource({"LOCAL", "JTA"})
    void a_commit_after_a_swallowed_refusal_of_the_database_fails_and_says_why(In in) throws Exception {
        operator.enter();
        assertThat(client().call("swallow", in)).matches("(?s)swallowed \\w+, refused: STILL00607.*write_jdbc_note.*");
        assertThat(notes()).containsExactly(FIRST);
    }

    @ParameterizedTest
    @EnumSource
    void a_write_holds_the_drain_until_it_has_committed(In in) throws Exception {
        var write = client().hold(in);
        var drain = operator.enterAndAwaitStraggler("insert into jdbc_note");
        assertThat(drain).isNotDone();
        client().open();
        assertThat(write.get()).isEqualTo("done");
        assertThat(drain.get().outcome()).isEqualTo(EnterResult.Outcome.ENTERED);
        assertThat(notes()).containsExactly(FIRST, "2 new");
    }

    @Test
    void tells_what_the_database_really_does() throws Exception {
        client().call("read", In.AUTOCOMMIT);
        client().callByCode("read", In.AUTOCOMMIT);
        operator.enter();
        Awaitility.await()
                .untilAsserted(() -> assertThat(operator.report().guards())
                        .hasSize(2)
                        .allMatch(line -> line.matches(
                                "data source '.*' \\(" + product() + " .*\\): read-only transactions, verified"))
                        .anyMatch(line -> line.startsWith("data source 'by code' "))
                        .anyMatch(line -> line.startsWith("data source 'java:comp/env/jdbc/Stillwater' ")));
        assertThat(notes()).containsExactly(FIRST);
    }

    protected final NoteClient client() throws Exception {
        return new NoteClient(base.toURI());
    }

    protected final Operator operator() {
        return operator;
    }
}
