package org.stillwater.it.standby;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.it.Gate;

/**
 * {@code /shop?in=..&do=..&id=..}, with a {@link Place} and what {@link #work} knows; {@code pause} waits in the middle for
 * {@code open}. What fails is thrown.
 */
@WebServlet("/shop")
public class ShopServlet extends HttpServlet {
    @Inject
    private transient EjbPlace ejb;

    @Inject
    private transient CdiPlaces cdi;

    @Inject
    private transient LocalPlaces local;

    @Inject
    private transient JdbcPlaces jdbc;

    @Inject
    private transient Gate gate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request));
    }

    private String answer(HttpServletRequest request) throws ServletException {
        switch (request.getParameter("do")) {
            case "held":
                return Boolean.toString(gate.isHeld());
            case "open":
                gate.open();
                return "open";
            default:
                try {
                    return in(
                            Place.valueOf(request.getParameter("in")),
                            work(request.getParameter("do"), Long.parseLong(request.getParameter("id"))));
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new ServletException(e);
                }
        }
    }

    private String in(Place place, Work work) throws Exception {
        return switch (place) {
            case EJB -> ejb.call(work);
            case TRANSACTIONAL -> cdi.transactional(work);
            case OUTSIDE -> cdi.outside(work);
            case LOCAL -> local.local(work);
            case OWN -> local.own(work);
            case JDBC_AUTOCOMMIT -> jdbc.autocommit(work);
            case JDBC_LOCAL -> jdbc.local(work);
            case JDBC_JTA -> jdbc.jta(work);
        };
    }

    private Work work(String what, long id) {
        return switch (what) {
            case "side" -> Shelf::side;
            case "read" -> shelf -> shelf.read(id);
            case "pause" ->
                shelf -> {
                    String before = shelf.side();
                    gate.hold();
                    return before + " " + shelf.side();
                };
            case "pause-read" ->
                shelf -> {
                    String before = shelf.side();
                    gate.hold();
                    return before + " " + shelf.read(id);
                };
            case "add" ->
                shelf -> {
                    shelf.add(id);
                    return "written";
                };
            case "rename" ->
                shelf -> {
                    shelf.rename(id, "renamed");
                    return "written";
                };
            case "rename-by-sql" ->
                shelf -> {
                    shelf.renameBySql(id, "renamed");
                    return "written";
                };
            default -> throw new IllegalArgumentException(what);
        };
    }
}
