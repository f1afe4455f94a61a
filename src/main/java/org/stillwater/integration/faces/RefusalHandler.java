package org.stillwater.integration.faces;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.SystemEvent;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.refusal.Refusal;

/**
 * Takes refusals out before they are queued, so that neither the default handler nor one of the application's own sees
 * them: those show error pages, or stack traces. Everything else goes on untouched.
 *
 * <p>A refused action becomes a message on the same page. Where no message can be shown any more (the page is being
 * rendered) or yet (there is no page), the refusal goes on to the servlet filter, which answers 503.
 *
 * <p>Belongs to one request.
 */
final class RefusalHandler extends ExceptionHandlerWrapper {
    private static final Log LOG = Log.of("faces");

    private @Nullable ReadOnlyModeException unshown;

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void processEvent(SystemEvent event) {
        ReadOnlyModeException refusal = event instanceof ExceptionQueuedEvent queued
                ? Refusal.find(queued.getContext().getException())
                : null;
        if (refusal == null) {
            super.processEvent(event);
            return;
        }
        LOG.debug("A Faces request is refused: %s", refusal);
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!canStillShow(faces) || !RefusalMessage.show(faces, commandId(faces))) {
            unshown = refusal;
        }
    }

    private static @Nullable String commandId(FacesContext faces) {
        SubmittedCommand command = SubmittedCommand.of(faces);
        return command == null ? null : command.clientId();
    }

    private static boolean canStillShow(FacesContext faces) {
        PhaseId phase = faces.getCurrentPhaseId();
        return phase != null
                && phase != PhaseId.RESTORE_VIEW
                && phase != PhaseId.RENDER_RESPONSE
                && faces.getViewRoot() != null
                && !faces.getResponseComplete();
    }

    @Override
    public void handle() {
        ReadOnlyModeException refusal = unshown;
        if (refusal != null) {
            // Not to the wrapped handler: for ajax requests that would answer 200 with the exception's own text.
            unshown = null;
            throw new FacesException(refusal);
        }
        super.handle();
    }
}
