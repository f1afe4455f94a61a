package org.stillwater.internal.undeclared;

import java.util.List;
import java.util.stream.Stream;

/**
 * The application's own lines on the stack of the calling thread, innermost first; none while tables are made. What is not the application's is known
 * by its package, because an application brings libraries in its own class loader, and in Java SE there is only one.
 */
final class CallPath {
    private static final int MOST = 8;
    private static final StackWalker WALKER = StackWalker.getInstance();

    private static final List<String> PLUMBING = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.stillwater.integration.",
            "org.stillwater.internal.",
            "org.hibernate.",
            "org.eclipse.persistence.",
            "org.jboss.",
            "org.wildfly.",
            "org.xnio.",
            "io.undertow.",
            "io.smallrye.",
            "com.arjuna.",
            "org.glassfish.",
            "fish.payara.",
            "org.apache.catalina.",
            "org.apache.tomcat.",
            "org.postgresql.",
            "org.mariadb.",
            "com.mysql.",
            "org.h2.",
            "com.zaxxer.hikari.",
            "io.agroal.",
            "org.junit.",
            "org.assertj.",
            "org.apache.maven.surefire.");

    /** Make tables when a persistence unit starts, whoever starts it. */
    private static final List<String> SCHEMA_TOOLS =
            List.of("org.hibernate.tool.schema.", "org.eclipse.persistence.tools.schemaframework.");

    private CallPath() {}

    static List<String> ofThisThread() {
        return WALKER.walk(CallPath::lines);
    }

    private static List<String> lines(Stream<StackWalker.StackFrame> stack) {
        List<StackWalker.StackFrame> frames = stack.toList();
        if (frames.stream().anyMatch(frame -> startsWithAny(frame.getClassName(), SCHEMA_TOOLS))) {
            return List.of();
        }
        return frames.stream()
                .filter(frame -> isOfApplication(frame.getClassName()))
                .limit(MOST)
                .map(CallPath::line)
                .toList();
    }

    /** Classes with {@code $$} are made by a container or a provider, in front of one of the application's. */
    static boolean isOfApplication(String className) {
        return !className.contains("$$") && !className.contains("$Proxy") && !startsWithAny(className, PLUMBING);
    }

    private static boolean startsWithAny(String className, List<String> prefixes) {
        return prefixes.stream().anyMatch(className::startsWith);
    }

    private static String line(StackWalker.StackFrame frame) {
        return frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")";
    }
}
