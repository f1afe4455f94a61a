package org.stillwater.integration.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A render kit with {@link PageWriter}s. */
final class PageRenderKit extends RenderKitWrapper {
    PageRenderKit(RenderKit wrapped) {
        super(wrapped);
    }

    @Override
    public ResponseWriter createResponseWriter(
            Writer writer, @Nullable String contentTypes, @Nullable String characterEncoding) {
        ResponseWriter created = getWrapped().createResponseWriter(writer, contentTypes, characterEncoding);
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null ? created : new PageWriter(created, faces);
    }
}
