package org.stillwater.it.shapes;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code /shape?do=write|hold&what=..}, with a {@link Shape}, an {@link End} or {@link TimedOut}; {@code hold} stops inside and afterwards
 * and then tries to write once more on the same thread. {@code ?do=held} says where somebody is held, {@code ?do=go}
 * lets him go from there, {@code ?do=note} says what was noted, {@code ?do=clear} lets everybody go.
 */
@WebServlet("/shape")
public class ShapeServlet extends HttpServlet {
    @Inject
    private transient Beans beans;

    @Inject
    private transient Stops stops;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request.getParameter("do"), request.getParameter("what")));
    }

    private String answer(String what, String scenario) {
        switch (what) {
            case "held":
                return stops.where();
            case "note":
                return stops.note();
            case "go":
                stops.go();
                return "gone";
            case "clear":
                stops.clear();
                return "clear";
            case "write":
                return Refused.outcome(() -> of(scenario).run(beans));
            case "hold":
                stops.arm();
                return twice(of(scenario));
            default:
                throw new IllegalArgumentException(what);
        }
    }

    private String twice(Scenario scenario) {
        String first = Refused.outcome(() -> scenario.run(beans));
        stops.after().here();
        stops.clear();
        return first + ", then " + Refused.outcome(() -> scenario.run(beans));
    }

    private static Scenario of(String name) {
        return Stream.of(Shape.values(), End.values(), TimedOut.values())
                .flatMap(Arrays::<Scenario>stream)
                .filter(scenario -> scenario.toString().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(String.format(Locale.ROOT, "No scenario '%s'", name)));
    }
}
