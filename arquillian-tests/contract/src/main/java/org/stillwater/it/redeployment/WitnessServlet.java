package org.stillwater.it.redeployment;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Asks the {@link Witness}, who is there for as long as this application: GET {@code /witness?for=registered}, {@code
 * seen}, or {@code left} for what is still there after a garbage collection; {@code /witness?dump=..} writes the heap into
 * a file, in which a profiler shows who holds it.
 */
@WebServlet(urlPatterns = "/witness", loadOnStartup = 1)
public class WitnessServlet extends HttpServlet {
    private final transient MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final transient Witness witness = new Witness();

    @Override
    public void init() throws ServletException {
        try {
            server.registerMBean(witness, new ObjectName(Witness.NAME));
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }

    @Override
    public void destroy() {
        try {
            server.unregisterMBean(new ObjectName(Witness.NAME));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/plain");
        response.getWriter().print(answer(request));
    }

    private String answer(HttpServletRequest request) throws ServletException {
        if (request.getParameter("dump") != null) {
            dump(request.getParameter("dump"));
            return "dumped";
        }
        switch (request.getParameter("for")) {
            case "registered":
                return Integer.toString(witness.registered());
            case "left":
                Garbage.collect();
                return String.join("\n", witness.seen());
            default:
                return String.join("\n", witness.seen());
        }
    }

    /** By its name, because an application server may hide its type. */
    private void dump(String file) throws ServletException {
        Object[] arguments = {file, true};
        String[] types = {String.class.getName(), boolean.class.getName()};
        try {
            server.invoke(new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "dumpHeap", arguments, types);
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }
}
