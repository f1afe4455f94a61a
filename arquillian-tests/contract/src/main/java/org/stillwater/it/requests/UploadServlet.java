package org.stillwater.it.requests;

import jakarta.ejb.EJB;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads what comes without holding a thread, and writes when all is there; and before, if the request says so. */
@WebServlet(
        urlPatterns = {"/upload", "/events/upload"},
        asyncSupported = true)
public class UploadServlet extends HttpServlet {
    private final AtomicInteger begun = new AtomicInteger();

    @EJB
    private transient Shelf shelf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(begun.get());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            shelf.add("last");
            return;
        }
        if (request.getParameter("write") != null) {
            shelf.add("first");
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        request.getInputStream().setReadListener(new Upload(context, request.getInputStream()));
        begun.incrementAndGet();
    }

    private record Upload(AsyncContext context, ServletInputStream input) implements ReadListener {
        @Override
        public void onDataAvailable() throws IOException {
            while (input.isReady() && input.read() != -1) {
                continue;
            }
        }

        @Override
        public void onAllDataRead() {
            context.dispatch();
        }

        @Override
        public void onError(Throwable problem) {
            context.complete();
        }
    }
}
