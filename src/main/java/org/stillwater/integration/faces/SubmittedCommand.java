package org.stillwater.integration.faces;

import jakarta.faces.component.ActionSource;
import jakarta.faces.component.UICommand;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command that a request was sent by.
 *
 * @param clientId by which the page knows it
 * @param refused whether its action is known to be refused in read-only mode
 */
record SubmittedCommand(String clientId, boolean refused) {
    private static final String AJAX_SOURCE = "jakarta.faces.source";

    /** Found by the parameter that the browser, or the script of a link, sends for it; null if there is none. */
    static @Nullable SubmittedCommand of(FacesContext faces) {
        Map<String, String> parameters = faces.getExternalContext().getRequestParameterMap();
        Set<String> candidates = new HashSet<>(parameters.keySet());
        String source = parameters.get(AJAX_SOURCE);
        if (source != null) {
            candidates.add(source);
        }
        SubmittedCommand[] found = new SubmittedCommand[1];
        VisitContext where = VisitContext.createVisitContext(faces, candidates, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        faces.getViewRoot().visitTree(where, (context, component) -> {
            if (!(component instanceof ActionSource)) {
                return VisitResult.ACCEPT;
            }
            String id = component.getClientId(faces);
            found[0] = new SubmittedCommand(
                    id, component instanceof UICommand command && KnownWrites.isRefused(faces, command));
            return VisitResult.COMPLETE;
        });
        return found[0];
    }
}
