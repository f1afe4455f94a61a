package org.stillwater.it.catalogue.ways;

import jakarta.enterprise.inject.spi.CDI;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.settings.Declared;

/** A few ways, in each place from which an application may write. */
@Theme(Section.PLACES)
public enum Places implements Way {
    DECLARED(
            "method with `@Writes`",
            tools -> CDI.current().select(Declared.class).get().run(Statements.JPQL_UPDATE)),
    ATTRIBUTE(
            "attribute of an entity changed", ManagedEntities.ATTRIBUTE.entry().action()),
    JPQL("JPQL update", Statements.JPQL_UPDATE.entry().action()),
    JDBC("JDBC through the container's data source", Jdbc.UPDATE.entry().action());

    private final Entry entry;

    Places(String title, Action action) {
        entry = new Entry(title, Where.PLACES, action);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
