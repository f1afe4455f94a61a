package org.stillwater.it.objections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.stillwater.EnteringReadOnly;

/** Objects as long as a payment run is active. */
@ApplicationScoped
public class Objector {
    @Inject
    private PaymentRun paymentRun;

    void onEntering(@Observes EnteringReadOnly entering) {
        paymentRun.isActive().ifPresent(entering::object);
    }
}
