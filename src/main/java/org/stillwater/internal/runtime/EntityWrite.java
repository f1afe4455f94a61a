package org.stillwater.internal.runtime;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A write of an entity, as a guard of a persistence provider knows it before there is any SQL. Put into words only when
 * somebody asks.
 *
 * @param verb what is to be done, such as {@code insert}
 * @param entityName the name of the entity or of its class
 * @param attributes names the attributes that are written, if it is known which; called only if somebody asks
 */
public record EntityWrite(String verb, String entityName, Supplier<List<String>> attributes) {
    /** A write of which it is not known what it changes, or which writes all. */
    public EntityWrite(String verb, String entityName) {
        this(verb, entityName, List::of);
    }

    /**
     * Lets the write pass, or refuses it. In a JTA transaction it takes the transaction's permit; elsewhere its statement
     * will take one for the connection.
     *
     * @param jta whether the provider takes part in JTA transactions
     */
    public void admit(boolean jta) {
        admit(jta, () -> false);
    }

    /**
     * The same for a write that may be one that is dropped in read-only mode, and so is nothing for a rehearsal to report.
     *
     * @param dropped whether it is; called only in a rehearsal
     */
    public void admit(boolean jta, BooleanSupplier dropped) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        boolean admitted = jta && runtime.transactions().isActive()
                ? runtime.admission().enterTransaction(this)
                : !runtime.refusesWritesHere();
        if (!admitted) {
            throw runtime.refusals().undeclared(this, detailed());
        }
        if (runtime.refusals().areRehearsed() && !dropped.getAsBoolean()) {
            runtime.refusals().rehearse(this, detailed());
        }
    }

    private Object detailed() {
        return new Detailed(this);
    }

    @Override
    public String toString() {
        int simple = Math.max(entityName.lastIndexOf('.'), entityName.lastIndexOf('$')) + 1;
        return verb + " of " + entityName.substring(simple);
    }

    /** The same with its attributes. */
    private record Detailed(EntityWrite write) {
        @Override
        public String toString() {
            List<String> names = write.attributes().get();
            return names.isEmpty() ? write.toString() : write + " (" + String.join(", ", names) + ")";
        }
    }
}
