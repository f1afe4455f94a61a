package org.stillwater.it.catalogue.ways;

import jakarta.persistence.LockModeType;
import java.util.Map;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.Part;

/** Those that only lock leave nothing behind; but they must never say that a row is not there. */
@Theme(Section.LOCKS)
public enum Locks implements Way {
    PESSIMISTIC_WRITE(
            "`find`, PESSIMISTIC_WRITE", Where.JPA.unseen(), tools -> find(tools, LockModeType.PESSIMISTIC_WRITE)),
    PESSIMISTIC_READ(
            "`find`, PESSIMISTIC_READ", Where.JPA.unseen(), tools -> find(tools, LockModeType.PESSIMISTIC_READ)),
    PESSIMISTIC_INCREMENT(
            "`find`, PESSIMISTIC_FORCE_INCREMENT",
            Where.JPA,
            tools -> find(tools, LockModeType.PESSIMISTIC_FORCE_INCREMENT)),
    OPTIMISTIC_INCREMENT(
            "`find`, OPTIMISTIC_FORCE_INCREMENT",
            Where.JPA,
            tools -> find(tools, LockModeType.OPTIMISTIC_FORCE_INCREMENT)),
    LOCKED(
            "`lock`, PESSIMISTIC_WRITE",
            Where.JPA.unseen(),
            tools -> tools.em().lock(tools.part(), LockModeType.PESSIMISTIC_WRITE)),
    LOCKED_INCREMENT(
            "`lock`, OPTIMISTIC_FORCE_INCREMENT",
            Where.JPA,
            tools -> tools.em().lock(tools.part(), LockModeType.OPTIMISTIC_FORCE_INCREMENT)),
    REFRESHED(
            "`refresh`, PESSIMISTIC_WRITE",
            Where.JPA.unseen(),
            tools -> tools.em().refresh(tools.part(), LockModeType.PESSIMISTIC_WRITE, Map.of())),
    QUERY(
            "query with PESSIMISTIC_WRITE",
            Where.JPA.unseen(),
            tools -> tools.em()
                    .createQuery("select p from Part p where p.id = 1", Part.class)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getSingleResult()),
    QUERY_INCREMENT(
            "query with PESSIMISTIC_FORCE_INCREMENT",
            Where.JPA,
            tools -> tools.em()
                    .createQuery("select p from Part p where p.id = 1", Part.class)
                    .setLockMode(LockModeType.PESSIMISTIC_FORCE_INCREMENT)
                    .getSingleResult());

    private final Entry entry;

    Locks(String title, Where where, Action action) {
        entry = new Entry(title, where, action);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static void find(Tools tools, LockModeType mode) {
        Tools.found(tools.em().find(Part.class, 1L, mode));
    }
}
