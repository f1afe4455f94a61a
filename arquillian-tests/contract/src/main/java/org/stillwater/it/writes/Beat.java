package org.stillwater.it.writes;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.util.concurrent.atomic.AtomicLong;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** A timer whose callback is marked: {@code @AroundInvoke} never runs for it, {@code @AroundTimeout} does. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Beat {
    private final AtomicLong beats = new AtomicLong();

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(50, 50, new TimerConfig("beat", false));
    }

    @Timeout
    @Writes(WhenReadOnly.SKIP)
    public void beat(Timer timer) {
        beats.incrementAndGet();
    }

    public long beats() {
        return beats.get();
    }
}
