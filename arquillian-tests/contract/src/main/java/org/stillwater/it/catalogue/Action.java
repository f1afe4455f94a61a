package org.stillwater.it.catalogue;

/** What a way does. */
@FunctionalInterface
public interface Action {
    void write(Tools tools) throws Exception;
}
