package org.stillwater.integration.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.internal.config.Door;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.refusal.Refusal;
import org.stillwater.internal.refusal.Refused;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.runtime.RequestTally;

/**
 * What the library does for every request:
 *
 * <ol>
 *   <li>answers the status resource, and what goes with it;
 *   <li>marks the response while writes are refused;
 *   <li>gives an unsafe request that starts in normal mode a {@linkplain RequestPermit permit}, so that it is not cut in
 *       half by a flip, unless its path is excluded;
 *   <li>keeps caches from letting {@linkplain ReadOnlyPages pages} outlive a window;
 *   <li>refuses requests at the {@linkplain Entry door} while writes are refused, where a setting says so;
 *   <li>turns a refusal that nobody else has handled into status 503.
 * </ol>
 *
 * <p>But for that setting, the method of a request never decides whether it writes: a POST that only reads works in
 * read-only mode, and a GET that writes is refused by the guards below.
 *
 * <p>Stateless; thread-safe.
 */
final class ReadOnlyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Log LOG = Log.of("servlet");

    ReadOnlyFilter() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        if (!runtime.settings().enabled()) {
            chain.doFilter(request, response);
            return;
        }
        if (runtime.state().mode().refusesNewWrites()) {
            RefusalResponse.mark(response);
        }
        ReadOnlyPages pages = new ReadOnlyPages(response, runtime);
        String statusPath = runtime.settings().statusPath();
        String live = LiveResource.meant(request, statusPath);
        if (StatusResource.isMeant(request, statusPath)) {
            StatusResource.answer(request, response);
        } else if (live != null) {
            LiveResource.answer(live, response);
        } else if (request.getDispatcherType() == DispatcherType.ERROR) {
            // Undertow runs it inside sendError(), in the midst of the request: its permit is not ours to end.
            answerRefusals(request, new RefusedErrors(request, pages), chain);
        } else {
            withPermit(ReadOnlyPages.asIfNew(request, runtime), pages, chain, runtime);
        }
    }

    private static void withPermit(
            HttpServletRequest request, ReadOnlyPages response, FilterChain chain, ReadOnlyRuntime runtime)
            throws IOException, ServletException {
        Entry entry = Entry.of(request, runtime.admission(), runtime.settings());
        if (entry.refused()) {
            LOG.debug("%s is refused at the door", RequestLine.of(request));
            boolean everything = runtime.settings().http().refuse() == Door.ALL;
            RefusalResponse.send(everything ? Refused.EVERYTHING : Refused.CHANGE, request, response);
            return;
        }
        RequestPermit permit = entry.permit();
        RequestTally.begin(RequestLine.of(request), dropped -> RefusalResponse.markDropped(response, dropped));
        try {
            HttpServletRequest watched = permit == null ? request : new AsyncWatch(request, permit);
            answerRefusals(watched, new RefusedErrors(request, response), chain);
            if (!request.isAsyncStarted()) {
                response.putRight();
            }
        } catch (IOException | ServletException | RuntimeException | Error e) {
            if (permit != null) {
                permit.failed();
            }
            throw e;
        } finally {
            if (permit != null) {
                permit.endDispatch(request);
            }
            runtime.admission().leaveThread();
            RequestTally.end();
        }
    }

    private static void answerRefusals(HttpServletRequest request, RefusedErrors response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            if (Refusal.find(e) == null || (response.isCommitted() && !response.isAnswered())) {
                throw e;
            }
            LOG.debug("%s %s is answered with 503: %s", request.getMethod(), request.getRequestURI(), e);
            if (!response.isAnswered()) {
                RefusalResponse.send(request, response);
            }
        }
    }
}
