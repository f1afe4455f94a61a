package org.stillwater.integration.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.Settings;
import org.stillwater.internal.gate.WriteAdmission;

/**
 * How a request comes in: refused at the door, with a permit, or without one because it needs none.
 *
 * <p><b>Why no request slips in between:</b> the door does not look at the mode. Whoever may be refused asks the gate for a
 * permit, which is one atomic step, and has either been counted before the gate was closed, or is refused. So there is no
 * moment at which the one has let somebody in and the other does not know of him: once the gate is drained, nobody is inside
 * whom the door would not let in. (But for him who lost his permit because he wrote nothing within the grace.)
 *
 * <p>Only the first dispatch of a request is at the door. A request that is inside goes on: asynchronous dispatches,
 * forwards and error pages are not refused again.
 *
 * @param refused whether it must not get any further
 * @param permit its permit, if it has one
 */
record Entry(boolean refused, @Nullable RequestPermit permit) {
    /** Marks a request that no drain waits for, because a later dispatch may have another path. */
    private static final String UNCOUNTED = Entry.class.getName() + ".uncounted";

    /** The methods that are registered as safe (RFC 9110, section 16.1.1, and IANA's registry). */
    private static final Set<String> SAFE =
            Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "QUERY", "REPORT", "SEARCH");

    private static final Entry REFUSED = new Entry(true, null);
    private static final Entry WITHOUT_PERMIT = new Entry(false, null);

    static Entry of(HttpServletRequest request, WriteAdmission admission, Settings settings) {
        RequestPermit known = RequestPermit.resumed(request, admission);
        if (known != null) {
            return new Entry(false, known);
        }
        boolean atDoor = isAtDoor(request, settings);
        if (!atDoor && isSafe(request) || request.getAttribute(UNCOUNTED) != null) {
            return WITHOUT_PERMIT;
        }
        boolean counted = !settings.requestExclude().match(Paths.within(request));
        if (!counted) {
            request.setAttribute(UNCOUNTED, true);
        }
        RequestPermit permit = counted || atDoor ? RequestPermit.taken(request, admission) : null;
        if (permit == null) {
            return atDoor ? REFUSED : WITHOUT_PERMIT;
        }
        if (!counted) {
            permit.giveBack(request);
            return WITHOUT_PERMIT;
        }
        return new Entry(false, permit);
    }

    private static boolean isAtDoor(HttpServletRequest request, Settings settings) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && settings.http().refuse().isShutFor(isSafe(request))
                && !settings.http().refuseExclude().match(Paths.within(request));
    }

    private static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }
}
