package org.stillwater.it.requests;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.it.Gate;

/** A POST comes to its end in one of many ways, and is held at the {@link Gate} before. */
@WebServlet(urlPatterns = "/ends/*", asyncSupported = true)
public class EndsServlet extends HttpServlet {
    @EJB
    private transient Shelf shelf;

    @Inject
    private transient Gate gate;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getPathInfo()) {
            case "/held":
                response.getWriter().print(gate.isHeld());
                break;
            case "/open":
                gate.open();
                break;
            case "/probe":
                shelf.add("probe");
                break;
            default:
                throw new IllegalArgumentException(request.getPathInfo());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            write(response); // the path is that of whoever includes
            return;
        }
        switch (request.getPathInfo()) {
            case "/write":
                write(response);
                break;
            case "/hold-and-write":
                gate.hold();
                write(response);
                break;
            case "/read-and-write":
                request.getInputStream().readAllBytes();
                write(response);
                break;
            case "/forward":
                request.getRequestDispatcher("/ends/hold-and-write").forward(request, response);
                break;
            case "/forward-to-asynchronous":
                request.getRequestDispatcher("/ends/dispatch").forward(request, response);
                break;
            case "/include":
                request.getRequestDispatcher("/ends/write").include(request, response);
                gate.hold();
                write(response);
                break;
            case "/error-sent":
                response.sendError(409);
                gate.hold();
                shelf.add("written");
                break;
            case "/error-thrown":
                gate.hold();
                throw failure();
            case "/error-thrown-at-once":
                throw failure();
            default:
                asynchronous(request, response);
        }
    }

    private void asynchronous(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        switch (request.getPathInfo()) {
            case "/complete":
                later(context::complete);
                break;
            case "/dispatch":
                later(() -> context.dispatch("/ends/write"));
                break;
            case "/again":
                context.dispatch("/ends/dispatch");
                break;
            case "/failing-dispatch":
                later(() -> context.dispatch("/ends/error-thrown-at-once"));
                break;
            case "/failing-cycle":
                later(() -> context.dispatch("/ends/error-thrown-after-start-at-once"));
                break;
            case "/error-thrown-after-start-at-once":
                throw failure();
            case "/error-thrown-after-start":
                gate.hold();
                throw failure();
            case "/time-out":
                context.setTimeout(100);
                break;
            case "/time-out-that-completes":
                onTimeout(context, context::complete);
                break;
            case "/time-out-that-dispatches":
                onTimeout(context, () -> context.dispatch("/ends/write"));
                break;
            default:
                throw new IllegalArgumentException(request.getPathInfo());
        }
    }

    private void onTimeout(AsyncContext context, Runnable reaction) {
        context.setTimeout(100);
        context.addListener(new TimeoutListener(() -> {
            gate.hold();
            reaction.run();
        }));
    }

    private void later(Runnable end) {
        executor.execute(() -> {
            gate.hold();
            end.run();
        });
    }

    private void write(HttpServletResponse response) throws IOException {
        shelf.add("written");
        response.getWriter().print("written");
    }

    private static IllegalStateException failure() {
        return new IllegalStateException("a failure of the application's own");
    }
}
