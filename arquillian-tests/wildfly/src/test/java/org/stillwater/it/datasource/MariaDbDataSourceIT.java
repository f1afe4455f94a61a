package org.stillwater.it.datasource;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.Database;
import org.stillwater.it.container.MariaDb;

/** With MariaDB. */
class MariaDbDataSourceIT extends AbstractGuardedDataSourceIT {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <resource-ref>
                <res-ref-name>%s</res-ref-name>
                <res-type>javax.sql.DataSource</res-type>
                <lookup-name>java:jboss/datasources/MariaDS</lookup-name>
              </resource-ref>
            </web-app>
            """;

    MariaDbDataSourceIT() {
        super(MariaDbDataSourceIT.class);
    }

    @Deployment(testable = false)
    public static WebArchive application() {
        return application(MariaDbDataSourceIT.class)
                .setWebXML(new StringAsset(String.format(Locale.ROOT, WEB_XML, Database.RESOURCE)));
    }

    @Override
    protected void fill() throws SQLException {
        MariaDb.execute(
                "create table if not exists shop.jdbc_note (id int primary key, text varchar(40))",
                "truncate shop.jdbc_note",
                "insert into shop.jdbc_note values (1, 'first')",
                "create or replace function shop.write_jdbc_note() returns int begin"
                        + " insert into jdbc_note values (3, 'by a function'); return 1; end",
                "create or replace function shop.read_jdbc_notes() returns int reads sql data"
                        + " return (select count(*) from jdbc_note)",
                "create or replace procedure shop.write_jdbc_note_by_procedure()"
                        + " insert into jdbc_note values (3, 'by a procedure')");
    }

    @Override
    protected List<String> notes() throws SQLException {
        return MariaDb.texts("select concat(id, ' ', text) from shop.jdbc_note order by id");
    }

    @Override
    protected String product() {
        return "MariaDB";
    }
}
