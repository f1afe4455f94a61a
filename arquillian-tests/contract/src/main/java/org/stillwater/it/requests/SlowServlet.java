package org.stillwater.it.requests;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A POST stays in here, in a servlet or asynchronously, until a GET lets it go on; then it writes. */
@WebServlet(urlPatterns = "/slow", asyncSupported = true)
public class SlowServlet extends HttpServlet {
    private final Semaphore released = new Semaphore(0);
    private final AtomicInteger waiting = new AtomicInteger();

    @EJB
    private transient Archive archive;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("release") != null) {
            released.release();
        }
        response.getWriter().print(waiting.get());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asynchronous = request.getParameter("async") != null;
        if (request.getAttribute("again") != null) {
            archive.store();
            response.getWriter().print("written at the end");
        } else if (asynchronous) {
            request.setAttribute("again", true);
            var context = request.startAsync();
            context.setTimeout(0);
            context.start(() -> {
                pause();
                context.dispatch();
            });
        } else {
            if (request.getParameter("write") != null) {
                archive.store();
            }
            pause();
            archive.store();
            response.getWriter().print("written at the end");
        }
    }

    private void pause() {
        waiting.incrementAndGet();
        try {
            if (!released.tryAcquire(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Nobody let the request go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
