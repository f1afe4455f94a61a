package org.stillwater.it.catalogue.start;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.stillwater.it.catalogue.settings.Attempt;
import org.stillwater.it.catalogue.settings.ContainerManaged;
import org.stillwater.it.catalogue.ways.Starts;

/** Tries all of them at once, and lets the application start nevertheless. */
@Singleton
@Startup
@LocalBean
@TransactionManagement(TransactionManagementType.BEAN)
public class StartClerk {
    private final Map<Starts, String> outcomes = new EnumMap<>(Starts.class);

    @Inject
    private ContainerManaged clerk;

    @PostConstruct
    void write() {
        for (Starts way : Starts.values()) {
            outcomes.put(way, Attempt.of(() -> {
                clerk.runInNew(way);
                return null;
            }));
        }
    }

    public String outcome(Starts way) {
        return outcomes.get(way);
    }
}
