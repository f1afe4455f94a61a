package org.stillwater.it.catalogue.places;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** In the callback of a timer that goes off at once. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TimerClerk {
    @Resource
    private TimerService timers;

    @Inject
    private Errands errands;

    public void start(String number) {
        timers.createSingleActionTimer(0, new TimerConfig(number, false));
    }

    @Timeout
    void ring(Timer timer) {
        errands.run((String) timer.getInfo());
    }
}
