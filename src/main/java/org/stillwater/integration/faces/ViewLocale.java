package org.stillwater.integration.faces;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.refusal.ReaderLocale;

/** The locale of the view. */
public final class ViewLocale implements ReaderLocale {
    /** For {@link ReaderLocale}. */
    public ViewLocale() {}

    @Override
    public @Nullable Locale locale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIViewRoot view = faces == null ? null : faces.getViewRoot();
        return view == null ? null : view.getLocale();
    }
}
