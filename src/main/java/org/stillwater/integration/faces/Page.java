package org.stillwater.integration.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialViewContext;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.cdi.ModeOfRequest;
import org.stillwater.internal.config.FormGuarding;
import org.stillwater.internal.config.Settings;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.Texts;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What the library puts into the pages of one request, and what of it is written already. The mode is that which the
 * request first saw, so that no page is half in one and half in the other. Nothing of it is component state: a view that was
 * rendered in one mode is restored in another as if there were none. Belongs to one request.
 */
final class Page {
    private static final String KEY = Page.class.getName();

    private final Settings settings = ReadOnlyRuntime.current().settings();
    private final Notice notice;
    private final Map<UIForm, Standing> forms = new IdentityHashMap<>();
    private boolean live;
    private boolean region;
    private @Nullable String refusedCommand;

    /** By its name, and not from {@code CDI.current()}, which on Payara is that of another application in an EAR with several. */
    private Page(FacesContext faces) {
        ModeOfRequest mode =
                faces.getApplication().evaluateExpressionGet(faces, ModeOfRequest.EXPRESSION, ModeOfRequest.class);
        this.notice = mode == null ? Notice.of(ReadOnlyRuntime.current().state()) : mode.notice();
    }

    static Page of(FacesContext faces) {
        Page known = (Page) faces.getAttributes().get(KEY);
        if (known == null) {
            known = new Page(faces);
            faces.getAttributes().put(KEY, known);
        }
        return known;
    }

    boolean isReadOnly() {
        return settings.enabled() && notice.mode().refusesNewWrites();
    }

    FormGuarding guarding() {
        return settings.enabled() ? settings.guardedForms() : FormGuarding.NONE;
    }

    /** Whether pages without a banner get one. */
    boolean isBannerAutomatic() {
        return settings.enabled() && settings.automaticBanner();
    }

    String statusPath() {
        return settings.statusPath();
    }

    /** @param reason whether the page wants readers to know the reason, or null to go by the setting */
    Notice notice(@Nullable Boolean reason) {
        return Objects.requireNonNullElse(reason, settings.statusReason()) ? notice : notice.withoutReason();
    }

    static Texts texts(FacesContext faces) {
        UIViewRoot view = faces.getViewRoot();
        return view == null ? Texts.ENGLISH : Texts.in(view.getLocale());
    }

    /** How a form stands, which is the same for all of its elements. */
    Standing standing(FacesContext faces, UIForm form) {
        return forms.computeIfAbsent(form, unknown -> Standing.ofForm(faces, form, guarding()));
    }

    /** The action of a command was refused: the page offers to send it again. */
    void refused(@Nullable String commandId) {
        refusedCommand = Objects.requireNonNullElse(commandId, "");
    }

    /** The client id of the refused command, empty if nobody knows which it was; null if nothing was refused. */
    @Nullable
    String refusedCommand() {
        return refusedCommand;
    }

    /** Returns true once: what makes the page live is written only one time. */
    boolean beginLive() {
        boolean first = !live;
        live = true;
        return first;
    }

    /** Returns true once: there is only one banner in a page. */
    boolean beginRegion() {
        boolean first = !region;
        region = true;
        return first;
    }

    /** Whether all of the page is written now, and not only what a script replaces in it. */
    static boolean isWhole(FacesContext faces) {
        PartialViewContext partial = faces.getPartialViewContext();
        return !partial.isAjaxRequest() || partial.isRenderAll();
    }

    /** Whether the page has, or will have, a place where the banner shows a refusal. */
    boolean hasRegion(FacesContext faces) {
        UIViewRoot view = faces.getViewRoot();
        return isBannerAutomatic()
                || hasOwnBanner(faces)
                || Tree.any(
                        view,
                        component -> component instanceof UIForm form && standing(faces, form) == Standing.GUARDED);
    }

    static boolean hasOwnBanner(FacesContext faces) {
        return ownBanner(faces) != null;
    }

    /** The banner that the page has put somewhere, or null. */
    static @Nullable Banner ownBanner(FacesContext faces) {
        UIComponent view = faces.getViewRoot();
        return view == null ? null : (Banner) Tree.find(view, Banner.class::isInstance);
    }
}
