package org.stillwater.it.replica;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** JNDI names in the JVM of the tests. */
public final class LocalNames implements InitialContextFactory, AutoCloseable {
    private static final Map<String, Object> NAMES = new ConcurrentHashMap<>();

    /** Called by JNDI. */
    public LocalNames() {}

    static LocalNames install() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, LocalNames.class.getName());
        return new LocalNames();
    }

    void bind(String name, Object value) {
        NAMES.put(name, value);
    }

    @Override
    public void close() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        NAMES.clear();
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) throws NamingException {
                Object found = NAMES.get(name);
                if (found == null) {
                    throw new NameNotFoundException(name);
                }
                return found;
            }
        };
    }
}
