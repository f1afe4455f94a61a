package org.stillwater.it.requests;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** An application's own reaction to a time-out. */
final class TimeoutListener implements AsyncListener {
    private final Runnable reaction;

    TimeoutListener(Runnable reaction) {
        this.reaction = reaction;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        reaction.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}
}
