package org.stillwater.it.timers;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Leads the beans by GET {@code /timers?bean=..&do=..}. */
@WebServlet("/timers")
public class TimerServlet extends HttpServlet {
    private static final Map<String, Class<? extends Timed>> BEANS = Map.of(
            "direct", Direct.class,
            "scheduled", Scheduled.class,
            "calling", Calling.class,
            "swallowing", Swallowing.class,
            "private", Private.class,
            "without-transaction", WithoutTransaction.class);

    @Inject
    @Any
    private transient Instance<Timed> beans;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Timed bean = beans.select(BEANS.get(request.getParameter("bean"))).get();
        response.setContentType("text/plain");
        response.getWriter().print(answer(bean, request.getParameter("do"), request.getParameter("line")));
    }

    private static long answer(Timed bean, String what, String line) {
        switch (what) {
            case "once":
                bean.once(line + ", persistent", true);
                bean.once(line + ", not persistent", false);
                return 0;
            case "often":
                bean.often(line);
                return 0;
            case "daily":
                bean.daily(line + ", persistent", true);
                bean.daily(line + ", not persistent", false);
                return 0;
            case "count":
                return bean.count();
            case "next":
                return bean.next();
            case "cancel":
                bean.cancel();
                return 0;
            case "calls":
                return Calling.CALLS.get();
            default:
                throw new IllegalArgumentException(what);
        }
    }
}
