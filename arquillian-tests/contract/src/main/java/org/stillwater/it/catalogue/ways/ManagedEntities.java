package org.stillwater.it.catalogue.ways;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Screw;
import org.stillwater.it.catalogue.model.Shelf;
import org.stillwater.it.catalogue.model.Supplier;
import org.stillwater.it.catalogue.model.Visit;
import org.stillwater.it.catalogue.model.Watched;

@Theme(Section.MANAGED_ENTITIES)
public enum ManagedEntities implements Way {
    ATTRIBUTE("attribute changed", tools -> tools.part().rename("changed")),
    EMBEDDABLE("embeddable changed", tools -> tools.part().widen(7)),
    OTHER_EMBEDDABLE("embeddable replaced", tools -> tools.part().replaceSize(7)),
    ELEMENT_ADDED("element collection, one added", tools -> tools.part().tag("changed")),
    ELEMENTS_CLEARED("element collection cleared", tools -> tools.part().untag()),
    ORDER("order column, two swapped", tools -> tools.part().swapSteps()),
    CASCADED("one-to-many, one added by cascade", tools -> tools.part().fasten(new Screw(3))),
    ORPHAN("one-to-many, orphan removed", tools -> tools.part().loosen()),
    MANY_TO_MANY(
            "many-to-many, one added",
            tools -> tools.part().orderFrom(tools.em().find(Supplier.class, 1L))),
    REMOVED("`remove`", tools -> tools.em().remove(tools.part())),
    REMOVED_REFERENCE("`remove` of a reference", tools -> {
        EntityManager em = tools.em();
        em.remove(em.getReference(Part.class, 2L));
    }),
    MERGED("`merge`, detached", tools -> {
        Part part = tools.part();
        tools.em().detach(part);
        part.rename("changed");
        tools.em().merge(part);
    }),
    MERGED_NEW("`merge`, new", tools -> tools.em().merge(new Part(3))),
    FLUSHED("change and `flush()`", tools -> {
        tools.part().rename("changed");
        tools.em().flush();
    }),
    FLUSHED_BY_QUERY("change, flushed by a query", tools -> {
        tools.part().rename("changed");
        tools.em().createQuery("select p from Part p", Part.class).getResultList();
    }),
    BEFORE_COMPLETION(
            "changed before the transaction completes",
            Where.JTA.except(Setting.APPLICATION_MANAGED),
            ManagedEntities::changeLate),
    CACHED(
            "attribute changed, entity in the second-level cache",
            tools -> shelf(tools).rename("changed")),
    CACHED_FLUSHED("change and `flush()`, entity in the second-level cache", tools -> {
        shelf(tools).rename("changed");
        tools.em().flush();
    }),
    CALLBACK("`@PostLoad` changes what is read", tools -> Tools.found(tools.em().find(Visit.class, 1L))),
    LISTENER("listener writes when it is read", tools -> Tools.found(tools.em().find(Watched.class, 1L)));

    private final Entry entry;

    ManagedEntities(String title, Action action) {
        this(title, Where.JPA, action);
    }

    ManagedEntities(String title, Where where, Action action) {
        entry = new Entry(title, where, action);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static Shelf shelf(Tools tools) {
        return Tools.found(tools.em().find(Shelf.class, 1L));
    }

    private static void changeLate(Tools tools) throws NamingException {
        Part part = tools.part();
        TransactionSynchronizationRegistry transactions =
                InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                part.rename("changed");
                tools.em().flush();
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }
}
