package org.stillwater.it.timers;

import jakarta.annotation.Resource;
import jakarta.ejb.NoMoreTimeoutsException;
import jakarta.ejb.NoSuchObjectLocalException;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What all beans with timers have in common: the information of a timer is the line that it is to write. */
public abstract class Timed {
    private static final long SOON = 100;

    @Resource
    private TimerService timers;

    public void once(String line, boolean persistent) {
        timers.createSingleActionTimer(SOON, new TimerConfig(line, persistent));
    }

    public void often(String line) {
        timers.createIntervalTimer(SOON, SOON, new TimerConfig(line, false));
    }

    /** Daily; the first time is a few seconds from now. */
    public void daily(String line, boolean persistent) {
        LocalTime first = LocalTime.now(ZoneId.systemDefault()).plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        timers.createCalendarTimer(
                new ScheduleExpression()
                        .hour(first.getHour())
                        .minute(first.getMinute())
                        .second(first.getSecond()),
                new TimerConfig(line, persistent));
    }

    /** How many timers there are that code has created. */
    public int count() {
        return (int) timers.getTimers().stream().filter(Timed::isOurs).count();
    }

    /** When the last of them comes, in milliseconds. */
    public long next() {
        return timers.getTimers().stream()
                .filter(Timed::isOurs)
                .mapToLong(Timed::next)
                .max()
                .orElse(0);
    }

    private static long next(Timer timer) {
        try {
            return timer.getNextTimeout().getTime();
        } catch (NoMoreTimeoutsException | NoSuchObjectLocalException e) {
            return 0; // it is being called
        }
    }

    public void cancel() {
        timers.getTimers().stream().filter(Timed::isOurs).forEach(Timer::cancel);
    }

    private static boolean isOurs(Timer timer) {
        try {
            return timer.getInfo() != null;
        } catch (NoSuchObjectLocalException e) {
            return false; // it is just gone
        }
    }
}
