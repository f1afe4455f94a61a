package org.stillwater.it.redeployment;

/** How applications reach the {@link Witness}: by types of the JDK only. */
public interface WitnessMBean {
    /** Remembers the class loader of an application, weakly. */
    void register(ClassLoader loader);
}
