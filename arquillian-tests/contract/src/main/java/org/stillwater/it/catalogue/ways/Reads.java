package org.stillwater.it.catalogue.ways;

import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Shelf;

/** What must go on in read-only mode, in every setting. Not in the table. */
public enum Reads implements Way {
    NOTHING("nothing", tools -> {}),
    FIND("`find`", Tools::part),
    COLLECTIONS("collections", tools -> tools.part().look()),
    CACHED("`find` in the cache", tools -> Tools.found(tools.em().find(Shelf.class, 1L))),
    JPQL(
            "JPQL query",
            tools -> tools.em().createQuery("select p from Part p", Part.class).getResultList()),
    NATIVE(
            "native query",
            tools -> Tools.found(
                    tools.em().createNativeQuery("select count(*) from part").getSingleResult())),
    JDBC("JDBC", tools -> tools.execute("select name from part"));

    private final Entry entry;

    Reads(String title, Action action) {
        entry = new Entry(title, Where.JPA.unseen(), action);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
