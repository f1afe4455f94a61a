package org.stillwater.it.standby;

import jakarta.persistence.EntityManager;
import java.util.List;

record EntityShelf(EntityManager em) implements Shelf {
    @Override
    public String side() {
        return Shelf.sideOf(
                em.createNativeQuery("select pg_is_in_recovery()::int").getSingleResult());
    }

    @Override
    public String read(long id) {
        Item found = em.find(Item.class, id);
        List<String> asked = em.createQuery("select i.name from Item i where i.id = :id", String.class)
                .setParameter("id", id)
                .getResultList();
        List<?> said = em.createNativeQuery("select name from Item where id = ?")
                .setParameter(1, id)
                .getResultList();
        return (found == null ? "missing" : found.name()) + "," + one(asked) + "," + one(said);
    }

    private static Object one(List<?> names) {
        return names.isEmpty() ? "missing" : names.get(0);
    }

    @Override
    public void add(long id) {
        em.persist(new Item(id, "added"));
    }

    @Override
    public void rename(long id, String name) {
        em.find(Item.class, id).rename(name);
    }

    @Override
    public void renameBySql(long id, String name) {
        em.createNativeQuery("update Item set name = ?, version = version + 1 where id = ?")
                .setParameter(1, name)
                .setParameter(2, id)
                .executeUpdate();
    }
}
