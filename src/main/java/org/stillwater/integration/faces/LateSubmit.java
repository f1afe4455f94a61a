package org.stillwater.integration.faces;

import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What comes from a form while writes are refused.
 *
 * <p>It may have been opened before. If its command is known to write, nothing is applied to the model: what was typed is
 * decoded and validated, and stays in the components, which show it again; the action is not called. The mode is that of the
 * moment: a request that was admitted before it changed goes its way.
 *
 * <p>It may have been read-only, and yet be sent by a command that works in every mode. Then its controls were not sent, and
 * what is missing does not mean that somebody has emptied it, as Faces takes it for check boxes and lists.
 */
public final class LateSubmit implements PhaseListener {
    private static final long serialVersionUID = 1L;

    /** For the runtime. */
    public LateSubmit() {}

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        if (event.getPhaseId() == PhaseId.UPDATE_MODEL_VALUES) {
            refuseKnownWrite(event.getFacesContext());
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (event.getPhaseId() == PhaseId.APPLY_REQUEST_VALUES && isUnsent(faces)) {
            forgetWhatWasNotSent(faces);
        }
    }

    private static void refuseKnownWrite(FacesContext faces) {
        if (!ReadOnlyRuntime.current().refusesWritesHere()) {
            return;
        }
        SubmittedCommand command = SubmittedCommand.of(faces);
        if (command != null && command.refused()) {
            RefusalMessage.show(faces, command.clientId());
        }
    }

    private static boolean isUnsent(FacesContext faces) {
        return faces.getExternalContext().getRequestParameterMap().containsKey(Marks.UNSENT);
    }

    private static void forgetWhatWasNotSent(FacesContext faces) {
        UIViewRoot view = faces.getViewRoot();
        if (view == null) {
            return;
        }
        Page page = Page.of(faces);
        view.visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
            }
            if (component instanceof EditableValueHolder input
                    && isGuarded(faces, page, component)
                    && !wasSent(faces, component.getClientId(faces))) {
                input.setSubmittedValue(null);
            }
            return VisitResult.ACCEPT;
        });
    }

    /**
     * What one types into is sent all the same; empty, it may be required, and nobody could fill it in now. Libraries of
     * components append to the id for the control within.
     */
    private static boolean wasSent(FacesContext faces, String clientId) {
        return faces.getExternalContext().getRequestParameterMap().entrySet().stream()
                .anyMatch(sent -> !sent.getValue().isEmpty()
                        && (sent.getKey().equals(clientId) || sent.getKey().startsWith(clientId + "_")));
    }

    private static boolean isGuarded(FacesContext faces, Page page, UIComponent component) {
        return Standing.of(faces, page, component) == Standing.GUARDED;
    }
}
