package org.stillwater.it.catalogue.places;

import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.settings.ContainerManaged;

/** On a thread of the container, in a transaction of the container. */
@Stateless
@LocalBean
public class AsynchronousClerk {
    @Inject
    private ContainerManaged clerk;

    @Asynchronous
    public Future<String> run(Way way) {
        clerk.run(way);
        return new AsyncResult<>("done");
    }
}
