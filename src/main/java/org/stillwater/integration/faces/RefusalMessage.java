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
import java.util.ResourceBundle;
import org.stillwater.internal.refusal.Notice;

/**
 * Shows a refusal on the page that the action came from, and leaves everything that was typed where it is: the remaining
 * phases are skipped, nothing is navigated.
 */
final class RefusalMessage {
    private static final String BUNDLE = "org.stillwater.integration.faces.messages";

    /** The page's language or English; not the server's. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalMessage() {}

    /** Returns false if the page has no place for it. */
    static boolean show(FacesContext faces) {
        List<UIComponent> places = places(faces);
        PartialViewContext partial = faces.getPartialViewContext();
        FacesMessage message = new FacesMessage(
                FacesMessage.SEVERITY_WARN, text(faces, "refused.summary"), text(faces, "refused.detail"));
        if (partial.isAjaxRequest()) {
            showByAjax(partial, places, faces, message);
        } else if (places.isEmpty()) {
            return false;
        }
        faces.addMessage(null, message);
        faces.renderResponse();
        return true;
    }

    private static void showByAjax(
            PartialViewContext partial, List<UIComponent> places, FacesContext faces, FacesMessage message) {
        if (partial.isRenderAll()) {
            return;
        }
        boolean shown = false;
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

    private static String text(FacesContext faces, String key) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, faces.getViewRoot().getLocale(), RefusalMessage.class.getClassLoader(), NO_FALLBACK);
        return texts.getString(key).replace("{0}", Notice.current().sentence(Instant.now()));
    }
}
