package org.stillwater.integration.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIMessages;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialViewContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.Texts;

/**
 * Shows a refusal on the page that the action came from, and leaves everything that was typed where it is: the remaining
 * phases are skipped, nothing is navigated. The banner offers to send it again.
 */
final class RefusalMessage {
    private RefusalMessage() {}

    /**
     * Returns false if the page has no place for it.
     *
     * @param commandId the client id of the command, or null if nobody knows it
     */
    static boolean show(FacesContext faces, @Nullable String commandId) {
        Page page = Page.of(faces);
        boolean region = page.hasRegion(faces);
        List<UIComponent> places = places(faces);
        PartialViewContext partial = faces.getPartialViewContext();
        Texts texts = Page.texts(faces);
        String summary = texts.get("refused") + ' ' + Notice.current().sentence(Instant.now(), texts);
        FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_WARN, summary, texts.get("kept"));
        if (partial.isAjaxRequest()) {
            showByAjax(partial, places, faces, message, region);
        } else if (!region && places.isEmpty()) {
            return false;
        }
        page.refused(commandId);
        faces.addMessage(null, message);
        faces.renderResponse();
        return true;
    }

    private static void showByAjax(
            PartialViewContext partial,
            List<UIComponent> places,
            FacesContext faces,
            FacesMessage message,
            boolean region) {
        if (partial.isRenderAll()) {
            return;
        }
        boolean shown = region;
        for (UIComponent place : places) {
            // Without an id of its own a component with no messages renders no element that a script could replace.
            String id = place.getId();
            if (id != null && !id.startsWith(UIViewRoot.UNIQUE_ID_PREFIX)) {
                partial.getRenderIds().add(place.getClientId(faces));
                shown = true;
            }
        }
        if (!shown) {
            String text = message.getSummary() + ' ' + message.getDetail();
            partial.getEvalScripts().add("alert('" + text.replace("\\", "\\\\").replace("'", "\\'") + "')");
        }
    }

    /** What renders messages that belong to no component. */
    private static List<UIComponent> places(FacesContext faces) {
        List<UIComponent> places = new ArrayList<>();
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UIMessages && component.isRendered()) {
                places.add(component);
            }
            return VisitResult.ACCEPT;
        });
        return places;
    }
}
