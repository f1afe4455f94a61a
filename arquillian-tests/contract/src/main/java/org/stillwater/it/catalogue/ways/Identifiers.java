package org.stillwater.it.catalogue.ways;

import java.util.function.Supplier;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.ByIdentity;
import org.stillwater.it.catalogue.model.BySequence;
import org.stillwater.it.catalogue.model.ByTable;
import org.stillwater.it.catalogue.model.ByUuid;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Stocked;

@Theme(Section.NEW_ENTITIES)
public enum Identifiers implements Way {
    ASSIGNED("`persist`, identifier assigned", () -> new Part(3)),
    IDENTITY("`persist`, identifier by IDENTITY", ByIdentity::new),
    SEQUENCE("`persist`, identifier by SEQUENCE", BySequence::new),
    SEQUENCE_IN_STOCK("`persist`, identifier by SEQUENCE, 50 in stock", Stocked::new),
    TABLE("`persist`, identifier by TABLE", ByTable::new),
    UUID("`persist`, identifier by UUID", ByUuid::new);

    private final Entry entry;

    Identifiers(String title, Supplier<Object> entity) {
        entry = new Entry(title, Where.JPA, tools -> tools.em().persist(entity.get()));
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
