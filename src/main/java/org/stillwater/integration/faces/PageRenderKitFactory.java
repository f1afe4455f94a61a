package org.stillwater.integration.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Gives out render kits whose writers put the library's part into pages. */
public final class PageRenderKitFactory extends RenderKitFactory {
    /** For the runtime. */
    public PageRenderKitFactory(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit kit) {
        getWrapped().addRenderKit(id, kit);
    }

    @Override
    public @Nullable RenderKit getRenderKit(@Nullable FacesContext faces, String id) {
        RenderKit kit = getWrapped().getRenderKit(faces, id);
        return kit == null || kit instanceof PageRenderKit ? kit : new PageRenderKit(kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }
}
