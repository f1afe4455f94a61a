package org.stillwater.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.database.Comments;

class StatementClassifierTest {
    private final StatementClassifier classifier = new StatementClassifier(Comments.EITHER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select p1_0.id,p1_0.name from part p1_0 where p1_0.id=?",
                "  (select 1) union all (select 2)",
                "select count(*), max(p.x), coalesce(p.y, 'insert into') from part p",
                "/* update of a comment */ select 1 -- delete from part\n from part",
                "select \"delete\", `update`, p.insert from part p",
                "select 'it''s into' from part",
                "select $$ delete from part $$, $1",
                "with latest(id, n) as (select 1, 2), other (x) as (select 3) select * from latest",
                "with recursive t(n) as (values (1) union all select n+1 from t) select n from t",
                "select * from (values (1, 2)) as v(a, b) fetch first 5 rows only",
                "select * from (select 1) v(a)",
                "select cast(? as varchar(255)), p.x::numeric(10,2) from part p",
                "select * from part p where p.name like ? escape '\\'",
                "select * from part p where p.name like 'a\\\\b'",
                "values (1)",
                "table part",
                "show transaction_read_only",
                "explain select 1",
                "set local statement_timeout = 500",
                "set search_path to \"tenant\", public",
                "set local app.role = 'clerk'",
                "select {fn now()}, {d '2026-01-01'}",
                "select row_number() over (partition by p.x order by p.y) from part p",
                "select x as update from part",
                "select 1;",
                "select p.share from part p where p.x in (1,2) limit ? offset ?",
                "savepoint a"
            })
    void readsPlainReads(String sql) {
        assertThat(classifier.classify(sql)).isEqualTo(StatementKind.READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select audit_read(1)",
                "select app.audit_read(1)",
                "select \"Audit\"(1)",
                "select * from audit_read(1)",
                "select pg_advisory_xact_lock(42)",
                "select my_schema.count(1)",
                "select insert(p.name, 1, 2, 'x') from part p"
            })
    void doesNotKnowWhatFunctionsDo(String sql) {
        assertThat(classifier.classify(sql)).isEqualTo(StatementKind.OPAQUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit",
                "BEGIN",
                "start transaction read write",
                "rollback",
                "set transaction read write",
                "set session characteristics as transaction read write",
                "SET transaction_read_only = off",
                "set role admin",
                "select set_config('transaction_read_only', 'off', true)",
                "select 1; commit",
                "reset all",
                "discard all",
                "set \"transaction_read_only\" = off",
                "set @@session.tx_read_only = 0",
                "set @@`tx_read_only` = 0",
                "set @x = 1, `tx_read_only` = 0",
                "set @@transaction_read_only = 0",
                "set session transaction read write",
                "set persist read_only = 0",
                "set password = 'x'",
                "set table note read write",
                "set readonly false",
                "set integrity for note immediate checked"
            })
    void seesAttemptsToLeaveTheTransaction(String sql) {
        assertThat(classifier.classify(sql)).isEqualTo(StatementKind.CONTROL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into part values (1)",
                "/* x */ UPDATE part set x = 1",
                "delete from part",
                "merge into part using x on 1=1 when matched then delete",
                "truncate table part",
                "with gone as (delete from part returning *) select * from gone",
                "select * into copy from part",
                "select nextval('s')",
                "select pg_catalog.nextval('s')",
                "select s.nextval from dual",
                "select next value for s",
                "values next value for s",
                "select setval('s', 1)",
                "select * from part for update",
                "select * from part for no key update skip locked",
                "select * from part for share",
                "select * from part for key share",
                "select * from part lock in share mode",
                "select * from part with (updlock, rowlock)",
                "select id from final table (insert into part(id) values (1))",
                "explain analyze select 1",
                "{call f()}",
                "{? = call f(?)}",
                "call f()",
                "do $$ begin end $$",
                "execute p",
                "prepare p as insert into part values (1)",
                "lock table part",
                "copy part from stdin",
                "create table x (id int)",
                "alter sequence s restart",
                "set global read_only = 0; insert into part values (1)",
                "select 1; delete from part",
                "select 1; vacuum",
                "",
                "   ",
                "-- nothing",
                "select 'open",
                "select /* open",
                "select 1 /*! into outfile 'x' */",
                "select 1 /*M! into outfile 'x' */",
                "select 1 /*M!100100 into outfile 'x' */",
                "select '\\'/*! into outfile 'x' */",
                "select 1 # '\n into outfile 'x' -- '",
                "select 5--1 into outfile 'x'",
                "select 5--1; delete from part",
                "select /* a /* b */ c */ 1",
                "select $tag$ open",
                "select '\\' ; delete from part --'",
                "select '\\'; delete from part; select '\\'"
            })
    void takesEverythingElseForAWrite(String sql) {
        assertThat(classifier.classify(sql)).isEqualTo(StatementKind.WRITE);
    }

    /** To most databases a hash is an operator, and two dashes are a comment whatever follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select p.json #>> '{a,b}' from part p where p.x # 1 = 0",
                "select 1 --delete from part",
                "select 1 --it's a comment\n from part"
            })
    void takesACommentForWhatItIsToTheDatabase(String sql) {
        assertThat(new StatementClassifier(Comments.STANDARD).classify(sql)).isEqualTo(StatementKind.READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 # delete from part",
                "select 1 # it's a comment\n from part",
                "select 1 -- delete from part",
                "select 1 --",
                "select 5--1 from part"
            })
    void takesACommentForWhatItIsToMySql(String sql) {
        assertThat(new StatementClassifier(Comments.MYSQL).classify(sql)).isEqualTo(StatementKind.READ);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000})
    void remembersOnlySoMuch(int texts) {
        for (int i = 0; i < texts; i++) {
            assertThat(classifier.classify("select " + i)).isEqualTo(StatementKind.READ);
        }
        assertThat(classifier.remembered()).isLessThanOrEqualTo(StatementClassifier.CAPACITY);
    }
}
