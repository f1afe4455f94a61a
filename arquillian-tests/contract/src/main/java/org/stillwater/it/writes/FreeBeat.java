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

/** The same timer without a mark: shows that timers go on. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class FreeBeat {
    private final AtomicLong beats = new AtomicLong();

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(50, 50, new TimerConfig("free beat", false));
    }

    @Timeout
    public void beat(Timer timer) {
        beats.incrementAndGet();
    }

    public long beats() {
        return beats.get();
    }
}
