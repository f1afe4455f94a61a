package org.stillwater.it.catalogue.data;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.function.Consumer;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;

@Theme(Section.DATA)
public enum DataRepositories implements Way {
    INSERT("`insert`", In.ANY, lots -> lots.insert(third())),
    INSERT_ALL("`insertAll`", In.ANY, lots -> lots.insertAll(List.of(third()))),
    UPDATE("`update`", In.ANY, lots -> lots.update(changed(lots))),
    UPDATE_ALL("`updateAll`", In.ANY, lots -> lots.updateAll(List.of(changed(lots)))),
    SAVE("`save`, new", In.ANY, lots -> lots.save(third())),
    SAVE_CHANGED("`save`, changed", In.ANY, lots -> lots.save(changed(lots))),
    SAVE_ALL("`saveAll`", In.ANY, lots -> lots.saveAll(List.of(third()))),
    DELETE("`delete`", In.ANY, lots -> lots.delete(first(lots))),
    DELETE_ALL("`deleteAll`", In.ANY, lots -> lots.deleteAll(List.of(first(lots)))),
    DELETE_BY_ID("`deleteById`", In.TRANSACTION, lots -> lots.deleteById(1L)),
    DELETE_BY_NAME("method with `@Delete`, by an attribute", In.TRANSACTION, lots -> lots.deleteByName("first")),
    QUERY_UPDATE("method with `@Query`, update", In.TRANSACTION, lots -> lots.renameAll("changed")),
    QUERY_DELETE("method with `@Query`, delete", In.TRANSACTION, lots -> lots.deleteNamed("first")),
    QUERY_INSERT("method with `@Query`, insert", In.TRANSACTION, lots -> lots.insertNamed("third"));

    /** Where Hibernate takes it: bulk statements in transactions only. */
    private static final class In {
        static final Where TRANSACTION =
                Where.in(Setting.CONTAINER_MANAGED, Setting.BEAN_MANAGED, Setting.TRANSACTIONAL, Setting.DECLARED);
        static final Where ANY = TRANSACTION.andWithoutTransaction();
    }

    private final Entry entry;

    DataRepositories(String title, Where where, Consumer<Lots> work) {
        entry = new Entry(title, where, tools -> {
            Instance<Lots> repositories = CDI.current().select(Lots.class);
            Lots lots = repositories.get();
            try {
                work.accept(lots);
            } finally {
                repositories.destroy(lots);
            }
        });
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static Lot third() {
        return new Lot(3, "third");
    }

    private static Lot first(Lots lots) {
        return Tools.found(lots.findById(1L).orElse(null));
    }

    private static Lot changed(Lots lots) {
        Lot first = first(lots);
        first.rename("changed");
        return first;
    }
}
