package org.stillwater.it.catalogue.ways;

import jakarta.enterprise.inject.spi.CDI;
import java.util.function.Consumer;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.settings.ContextCases;
import org.stillwater.it.catalogue.settings.Conversation;

@Theme(Section.CONTEXTS)
public enum Contexts implements Way {
    EXTENDED_CHANGED("extended, changed, then joined", cases -> cases.converse(Conversation::change)),
    EXTENDED_PERSISTED("extended, persisted, then joined", cases -> cases.converse(Conversation::collect)),
    UNSYNCHRONIZED_CHANGED(
            "unsynchronized, changed, then joined", cases -> cases.contexts().changeAndJoin()),
    UNSYNCHRONIZED_PERSISTED(
            "unsynchronized, persisted, then joined", cases -> cases.contexts().persistAndJoin()),
    APPLICATION_MANAGED("application-managed, changed, then joined", ContextCases::changeThenJoin),
    OWN_FACTORY(
            "factory that the application makes by itself", cases -> cases.runWithOwnFactory(Statements.NATIVE_UPDATE));

    private final Entry entry;

    Contexts(String title, Consumer<ContextCases> work) {
        entry = new Entry(
                title,
                Where.in(Setting.NO_TRANSACTION),
                tools -> work.accept(CDI.current().select(ContextCases.class).get()));
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
