package org.stillwater.it.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.it.Database;
import org.stillwater.spi.DrainVerdict;

/** With PostgreSQL. */
public abstract class AbstractPostgresDataSourceIT extends AbstractGuardedDataSourceIT {
    protected AbstractPostgresDataSourceIT() {
        super(AbstractPostgresDataSourceIT.class);
    }

    @Deployment(testable = false)
    public static WebArchive application() {
        return application(AbstractPostgresDataSourceIT.class);
    }

    @Override
    protected void fill() throws SQLException {
        Database.execute("""
                drop table if exists jdbc_note;
                create table jdbc_note (id int primary key, text text);
                insert into jdbc_note values (1, 'first');
                create or replace function write_jdbc_note() returns int language sql as
                    $$ insert into jdbc_note values (3, 'by a function'); select 1 $$;
                create or replace function read_jdbc_notes() returns bigint language sql as
                    $$ select count(*) from jdbc_note $$;
                create or replace procedure write_jdbc_note_by_procedure() language sql as
                    $$ insert into jdbc_note values (3, 'by a procedure') $$""");
    }

    @Override
    protected List<String> notes() throws SQLException {
        return Database.texts("select id || ' ' || text from jdbc_note order by id");
    }

    @Override
    protected String product() {
        return "PostgreSQL";
    }

    /** The driver lets such a commit succeed, and nothing is kept. */
    @ParameterizedTest
    @CsvSource({"LOCAL", "JTA"})
    void what_was_written_before_a_swallowed_refusal_is_not_lost_silently(In in) throws Exception {
        assertThat(client().call("swallow-late", in))
                .matches("(?s)swallowed PSQLException, refused: STILL00607.*STILL00606.*write_jdbc_note.*");
        assertThat(notes()).containsExactly("1 first");
    }

    @Test
    void a_drain_is_verified() throws Exception {
        client().call("read", In.AUTOCOMMIT);
        operator().enter();
        assertThat(operator().report().drains())
                .isNotEmpty()
                .allMatch(drain -> drain.state() == DrainVerdict.State.VERIFIED)
                .anyMatch(drain -> drain.unit().equals("data source 'java:comp/env/jdbc/Stillwater'"));
    }
}
