package org.stillwater.integration.faces;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * {@code <sw:banner/>}: says that the application is in read-only mode. The element is there in every mode, since a
 * script fills it when the mode changes, and what was not there before is not announced to those who do not see it.
 */
public final class Banner extends UIComponentBase {
    private static final String REASON = "reason";

    /** For {@code faces-config.xml}. */
    public Banner() {}

    @Override
    public String getFamily() {
        return "org.stillwater";
    }

    /** Whether the operator's reason is shown. */
    public boolean isReason() {
        return (Boolean) getStateHelper().eval(REASON, true);
    }

    /** Whether the operator's reason is shown. */
    public void setReason(boolean reason) {
        getStateHelper().put(REASON, reason);
    }

    @Override
    public void encodeEnd(FacesContext faces) throws IOException {
        Page page = Page.of(faces);
        if (page.beginRegion()) {
            new Region(faces, page).write(faces.getResponseWriter(), isReason());
        }
        super.encodeEnd(faces);
    }
}
