package org.stillwater.it.catalogue.ways;

import jakarta.persistence.ParameterMode;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Supplier;

@Theme(Section.QUERIES)
public enum Statements implements Way {
    JPQL_UPDATE("JPQL update", tools -> update(tools, "update Part p set p.name = 'changed'")),
    JPQL_DELETE("JPQL delete", tools -> update(tools, "delete from Supplier")),
    NAMED_UPDATE(
            "named JPQL update",
            tools -> tools.em().createNamedQuery("Supplier.rename").executeUpdate()),
    CRITERIA_UPDATE("Criteria update", tools -> {
        CriteriaUpdate<Part> update = tools.em().getCriteriaBuilder().createCriteriaUpdate(Part.class);
        update.from(Part.class);
        tools.em().createQuery(update.set("name", "changed")).executeUpdate();
    }),
    CRITERIA_DELETE("Criteria delete", tools -> {
        CriteriaDelete<Supplier> delete = tools.em().getCriteriaBuilder().createCriteriaDelete(Supplier.class);
        delete.from(Supplier.class);
        tools.em().createQuery(delete).executeUpdate();
    }),
    NATIVE_UPDATE("native update", tools -> modify(tools, "update part set name = 'changed'")),
    NATIVE_INSERT("native insert", tools -> modify(tools, "insert into note (text) values ('changed')")),
    NATIVE_DELETE("native delete", tools -> modify(tools, "delete from supplier")),
    NAMED_NATIVE(
            "named native update",
            tools -> tools.em().createNamedQuery("Supplier.renameNatively").executeUpdate()),
    NATIVE_DDL("native DDL", tools -> modify(tools, "create table made (id int)")),
    RETURNING("native query of changed rows", tools -> select(tools, returning(tools.product()))),
    FUNCTION(
            "native query of a function that writes",
            Where.JPA.andWithoutTransaction(),
            tools -> select(tools, "select write_note('by a function')")),
    NEXT_VALUE(
            "native query of a sequence",
            Where.JPA.andWithoutTransaction(),
            tools -> select(tools, tools.product().nextValue())),
    PROCEDURE(
            "stored procedure",
            tools -> tools.em()
                    .createStoredProcedureQuery("note_it")
                    .registerStoredProcedureParameter(1, String.class, ParameterMode.IN)
                    .setParameter(1, "by a procedure")
                    .execute()),
    FOR_UPDATE(
            "native query `for update`",
            Where.JPA.unseen(),
            tools -> select(tools, "select name from part where id = 1 for update")),
    ESCAPE("native `set transaction read write`, then update", Where.JPA.on(Product.POSTGRESQL), tools -> {
        modify(tools, "set transaction read write");
        modify(tools, "update part set name = 'changed'");
    });

    private final Entry entry;

    Statements(String title, Action action) {
        this(title, Where.JPA, action);
    }

    Statements(String title, Where where, Action action) {
        entry = new Entry(title, where, action);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static void update(Tools tools, String jpql) {
        tools.em().createQuery(jpql).executeUpdate();
    }

    private static void modify(Tools tools, String sql) {
        tools.em().createNativeQuery(sql).executeUpdate();
    }

    private static void select(Tools tools, String sql) {
        tools.em().createNativeQuery(sql).getResultList();
    }

    private static String returning(Product product) {
        return switch (product) {
            case POSTGRESQL -> "with gone as (update part set name = 'changed' returning id) select id from gone";
            case MARIADB -> "insert into note (text) values ('changed') returning text";
            case H2 -> "select id from final table (update part set name = 'changed')";
        };
    }
}
