package org.stillwater.integration.faces;

import jakarta.faces.component.ActionSource;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIOutcomeTarget;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The attributes by which the markup of a page says what becomes read-only. {@code stillwater.js} sets and removes the same
 * ones while the page is open:
 *
 * <ul>
 *   <li>{@code data-stillwater="form"}: a form that becomes read-only;
 *   <li>{@code "allow"}: a form or control that does not;
 *   <li>{@code "readonly"}, {@code "disabled"}: a control that is made so by the library, and by nobody else. Text stays
 *       readable, and can be selected and copied;
 *   <li>{@code "button"}: a button that sends nothing by itself, and yet is a command;
 *   <li>{@code "command"}: a link that sends the form, or what a library of components has made of several elements. The
 *       script keeps events from it, and the controls in it are left alone: a script of that library that finds them
 *       disabled when it starts would not use them after the lift.
 * </ul>
 */
final class Marks {
    static final String ATTRIBUTE = "data-stillwater";

    /** Sent by a form that is read-only, because its controls are not sent then. */
    static final String UNSENT = "stillwater.unsent";

    private static final String STANDARD = "jakarta.faces.";
    private static final String PRIMEFACES = "org.primefaces.component";

    private final FacesContext faces;
    private final Page page;
    private @Nullable UIComponent marked;

    Marks(FacesContext faces, Page page) {
        this.faces = faces;
        this.page = page;
    }

    /** @param plainForm whether it is in a form that Faces knows nothing of */
    void write(ResponseWriter out, OpenTag tag, boolean plainForm) throws IOException {
        if (tag.has(ATTRIBUTE)) {
            return;
        }
        if (tag.name.equals("form")) {
            writeForm(out, tag, plainForm);
            return;
        }
        boolean acts = tag.component instanceof ActionSource || tag.component instanceof EditableValueHolder;
        if (!tag.isControl() && !acts) {
            return;
        }
        Standing standing = Standing.of(faces, page, tag.component);
        if (standing == Standing.OUTSIDE && plainForm) {
            standing = Standing.GUARDED;
        }
        if (standing != Standing.OUTSIDE) {
            writeElement(out, tag, standing == Standing.GUARDED, acts);
        }
    }

    private void writeForm(ResponseWriter out, OpenTag tag, boolean plainForm) throws IOException {
        Standing standing = tag.component instanceof UIForm form ? page.standing(faces, form) : Standing.OUTSIDE;
        boolean guarded = standing == Standing.GUARDED
                || plainForm && Standing.of(faces, page, tag.component) != Standing.ALLOWED;
        out.writeAttribute(ATTRIBUTE, guarded ? "form" : "allow", null);
        if (guarded && page.isReadOnly()) {
            out.startElement("input", null);
            out.writeAttribute("type", "hidden", null);
            out.writeAttribute("name", UNSENT, null);
            out.writeAttribute("value", "true", null);
            out.endElement("input");
        }
    }

    private void writeElement(ResponseWriter out, OpenTag tag, boolean guarded, boolean acts) throws IOException {
        if (!tag.isControl()) {
            if (guarded && isCommand(tag)) {
                marked = tag.component;
                out.writeAttribute(ATTRIBUTE, "command", null);
                if (page.isReadOnly()) {
                    out.writeAttribute("aria-disabled", "true", null);
                }
            }
        } else if (!guarded || onlyShows(tag, acts)) {
            out.writeAttribute(ATTRIBUTE, "allow", null);
        } else if (page.isReadOnly() && !isPartOfCommand(tag)) {
            lock(out, tag);
        } else if (tag.isPlainButton()) {
            out.writeAttribute(ATTRIBUTE, "button", null);
        }
    }

    private boolean isCommand(OpenTag tag) {
        return !isPartOfCommand(tag) && (tag.name.equals("a") || !isStandard(tag.component));
    }

    private boolean isPartOfCommand(OpenTag tag) {
        return tag.component != null && tag.component == marked;
    }

    private static boolean isStandard(@Nullable UIComponent component) {
        return component == null
                || component.getFamily() == null
                || component.getFamily().startsWith(STANDARD);
    }

    /** Whether a control changes nothing but what is seen: a button that goes to another page, or turns those of a table. */
    private static boolean onlyShows(OpenTag tag, boolean acts) {
        UIComponent component = tag.component;
        return component instanceof UIOutcomeTarget
                || !acts
                        && (tag.isPlainButton()
                                || component != null && component.getFamily().equals(PRIMEFACES));
    }

    private static void lock(ResponseWriter out, OpenTag tag) throws IOException {
        String how = tag.isText() ? "readonly" : "disabled";
        if (!tag.has("disabled") && !tag.has(how)) {
            out.writeAttribute(how, how, null);
            out.writeAttribute(ATTRIBUTE, how, null);
        }
    }
}
