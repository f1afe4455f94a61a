package org.stillwater.internal.runtime;

/**
 * A write of an entity, as a guard of a persistence provider knows it before there is any SQL. Put into words only when
 * somebody asks.
 *
 * @param verb what is to be done, such as {@code insert}
 * @param entityName the name of the entity or of its class
 */
public record EntityWrite(String verb, String entityName) {
    /**
     * Lets the write pass, or refuses it. In a JTA transaction it takes the transaction's permit; elsewhere its statement
     * will take one for the connection.
     *
     * @param jta whether the provider takes part in JTA transactions
     */
    public void admit(boolean jta) {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        boolean admitted = jta && runtime.transactions().isActive()
                ? runtime.admission().enterTransaction(this)
                : !runtime.refusesWritesHere();
        if (!admitted) {
            throw runtime.refusal(this);
        }
    }

    @Override
    public String toString() {
        int simple = Math.max(entityName.lastIndexOf('.'), entityName.lastIndexOf('$')) + 1;
        return verb + " of " + entityName.substring(simple);
    }
}
