package org.stillwater.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Names what the server has of the library: threads that it has started or that are in it, and management beans. */
@WebServlet("/leftovers")
public class LeftoversServlet extends HttpServlet {
    private static final String LIBRARY = "org.stillwater.";
    private static final String TESTS = "org.stillwater.it.";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(Stream.concat(threads(), beans()).collect(Collectors.joining("\n")));
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(LeftoversServlet::isOfLibrary)
                .map(thread -> "thread " + thread.getKey().getName());
    }

    private static boolean isOfLibrary(Map.Entry<Thread, StackTraceElement[]> thread) {
        return thread.getKey().getName().startsWith("stillwater-")
                || Arrays.stream(thread.getValue())
                        .map(StackTraceElement::getClassName)
                        .anyMatch(LeftoversServlet::isOfLibrary);
    }

    private static Stream<String> beans() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return server.queryNames(null, null).stream()
                .filter(name -> isOfLibrary(server, name))
                .map(name -> "management bean " + name);
    }

    private static boolean isOfLibrary(MBeanServer server, ObjectName name) {
        try {
            return name.getDomain().contains("stillwater")
                    || isOfLibrary(server.getObjectInstance(name).getClassName());
        } catch (JMException e) {
            return false; // it is just gone
        }
    }

    private static boolean isOfLibrary(String type) {
        return type.startsWith(LIBRARY) && !type.startsWith(TESTS);
    }
}
