package org.stillwater.integration.faces;

import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.FormGuarding;

/** How a form, and what is in it, stands to read-only mode. */
enum Standing {
    /** In no form. */
    OUTSIDE,
    /** Works in every mode. */
    ALLOWED,
    /** Becomes read-only. */
    GUARDED;

    /** The attribute by which a page marks a form: {@code <f:attribute name="stillwater" value="writes"/>}. */
    private static final String MARK = "stillwater";

    /** Of a component, by what it stands in. */
    static Standing of(FacesContext faces, Page page, @Nullable UIComponent component) {
        for (UIComponent outer = component; outer != null; outer = outer.getParent()) {
            if (outer instanceof Allow) {
                return ALLOWED;
            }
            if (outer instanceof UIForm form) {
                return page.standing(faces, form);
            }
        }
        return OUTSIDE;
    }

    static Standing ofForm(FacesContext faces, UIForm form, FormGuarding guarding) {
        if (guarding == FormGuarding.NONE || isInAllow(form)) {
            return ALLOWED;
        }
        boolean guarded = "writes".equals(form.getAttributes().get(MARK))
                || (guarding == FormGuarding.ALL ? !logsIn(form) : writes(faces, form));
        return guarded ? GUARDED : ALLOWED;
    }

    private static boolean isInAllow(UIComponent component) {
        UIComponent outer = component.getParent();
        return outer != null && (outer instanceof Allow || isInAllow(outer));
    }

    /** Whoever logs in types one password; whoever changes it types more. */
    private static boolean logsIn(UIForm form) {
        return Tree.count(form, Standing::isPassword, 2) == 1;
    }

    private static boolean isPassword(UIComponent component) {
        String renderer = component.getRendererType();
        return component instanceof UIInput
                && renderer != null
                && (renderer.contains("Secret") || renderer.contains("Password"));
    }

    private static boolean writes(FacesContext faces, UIForm form) {
        return Tree.any(
                form, component -> component instanceof UICommand command && KnownWrites.isDeclared(faces, command));
    }
}
