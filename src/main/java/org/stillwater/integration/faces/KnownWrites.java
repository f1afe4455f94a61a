package org.stillwater.integration.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.MethodExpression;
import jakarta.faces.component.UICommand;
import jakarta.faces.context.FacesContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;
import org.stillwater.internal.log.Log;

/**
 * Whether the action of a command is known to write, because its method or its class carries {@link Writes}. What lies
 * deeper (the action calls a service that does) is not looked for: the guards refuse it.
 *
 * <p>Asked of {@link UICommand}: of the interfaces that have an action, Faces 4.0 and 4.1 have no common one.
 *
 * <p>The object is asked for by the expression's own means, and not from {@code CDI.current()}, which on Payara is that of
 * another web application in an EAR with several.
 */
final class KnownWrites {
    private static final Log LOG = Log.of("faces");

    /** {@code #{bean.method}}, with anything between the two, and with arguments or without. */
    private static final Pattern ACTION =
            Pattern.compile("[#$]\\{\\s*(?<base>[\\w.]+)\\.(?<method>\\w+)\\s*(\\(.*\\))?\\s*}", Pattern.DOTALL);

    private KnownWrites() {}

    /** Whether it is a write that read-only mode refuses or holds. */
    static boolean isDeclared(FacesContext faces, UICommand command) {
        WhenReadOnly policy = policy(faces, command.getActionExpression());
        return policy == WhenReadOnly.REFUSE || policy == WhenReadOnly.WAIT;
    }

    /** Whether it is a write that is refused at once. */
    static boolean isRefused(FacesContext faces, UICommand command) {
        return policy(faces, command.getActionExpression()) == WhenReadOnly.REFUSE;
    }

    private static @Nullable WhenReadOnly policy(FacesContext faces, @Nullable MethodExpression action) {
        Matcher parts = action == null ? null : ACTION.matcher(action.getExpressionString());
        if (parts == null || !parts.matches()) {
            return null;
        }
        return ofObject(faces, value(faces, parts.group("base")), parts.group("method"));
    }

    private static @Nullable WhenReadOnly ofObject(FacesContext faces, @Nullable Object base, String method) {
        if (base instanceof Map<?, ?> attributes) {
            // An action that was handed to a composite component.
            return attributes.get(method) instanceof MethodExpression handed ? policy(faces, handed) : null;
        }
        return base == null ? null : policy(base.getClass(), method);
    }

    private static @Nullable Object value(FacesContext faces, String base) {
        ELContext el = faces.getELContext();
        try {
            return faces.getApplication()
                    .getExpressionFactory()
                    .createValueExpression(el, "#{" + base + "}", Object.class)
                    .getValue(el);
        } catch (ELException e) {
            LOG.debug("Whether '#{%s}' writes is not known: %s", base, e);
            return null;
        }
    }

    /** Of the method that is called, in the class or above it; null if nothing is declared. */
    static @Nullable WhenReadOnly policy(Class<?> type, String method) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            Method found = isGenerated(declaring) ? null : named(declaring, method);
            if (found != null) {
                Writes own = found.getAnnotation(Writes.class);
                Writes writes = own == null ? declaring.getAnnotation(Writes.class) : own;
                return writes == null ? null : writes.value();
            }
        }
        return null;
    }

    private static boolean isGenerated(Class<?> type) {
        return type.isSynthetic()
                || type.getName().contains("$Proxy$")
                || type.getName().contains("$$");
    }

    /** Several of one name differ in their arguments, which only the call decides: one that writes speaks for all. */
    private static @Nullable Method named(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && !method.isSynthetic())
                .min((one, other) ->
                        Boolean.compare(other.isAnnotationPresent(Writes.class), one.isAnnotationPresent(Writes.class)))
                .orElse(null);
    }
}
