package org.stillwater.it.catalogue.ways;

import jakarta.enterprise.inject.spi.CDI;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.settings.Declared;

/** What an application may write while it starts: each way another table, since all are tried in one deployment. */
@Theme(Section.START)
public enum Starts implements Way {
    DECLARED(
            "method with `@Writes`",
            "note",
            tools -> CDI.current().select(Declared.class).get().run(Statements.NATIVE_INSERT)),
    ATTRIBUTE(
            "attribute of an entity changed",
            "part",
            ManagedEntities.ATTRIBUTE.entry().action()),
    JPQL("JPQL delete", "supplier", Statements.JPQL_DELETE.entry().action()),
    JDBC("JDBC through the container's data source", "part_tag", tools -> tools.execute("delete from part_tag"));

    private final String table;
    private final Entry entry;

    Starts(String title, String table, Action action) {
        this.table = table;
        entry = new Entry(title, Where.in(Setting.STARTUP_SINGLETON), action);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** The only table that it writes. */
    public String table() {
        return table;
    }
}
