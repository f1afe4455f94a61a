package org.stillwater.it.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists its classes, which switches scanning off. */
@ApplicationPath("rest")
public class ListingApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                OrdersResource.class,
                NotesResource.class,
                LateEjbResource.class,
                LateTransactionalResource.class,
                WrappedResource.class,
                OwnMapper.class);
    }
}
