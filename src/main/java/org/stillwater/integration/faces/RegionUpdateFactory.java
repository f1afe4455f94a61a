package org.stillwater.integration.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialResponseWriter;
import jakarta.faces.context.PartialViewContext;
import jakarta.faces.context.PartialViewContextFactory;
import jakarta.faces.context.PartialViewContextWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Adds the banner to the answer of a refused ajax request, as one more update: so it is shown without a script of the
 * answer's own, which a content security policy may forbid.
 */
public final class RegionUpdateFactory extends PartialViewContextFactory {
    /** For the runtime. */
    public RegionUpdateFactory(PartialViewContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public PartialViewContext getPartialViewContext(FacesContext faces) {
        return new Updating(getWrapped().getPartialViewContext(faces), faces);
    }

    private static final class Updating extends PartialViewContextWrapper {
        private final FacesContext faces;
        private @Nullable PartialResponseWriter writer;

        Updating(PartialViewContext wrapped, FacesContext faces) {
            super(wrapped);
            this.faces = faces;
        }

        @Override
        public PartialResponseWriter getPartialResponseWriter() {
            PartialResponseWriter known = writer;
            if (known == null) {
                known = new RegionWriter(getWrapped().getPartialResponseWriter(), faces);
                writer = known;
            }
            return known;
        }

        @Override
        public void setPartialRequest(boolean partial) {
            getWrapped().setPartialRequest(partial);
        }
    }

    private static final class RegionWriter extends PartialResponseWriter {
        private final FacesContext faces;

        RegionWriter(PartialResponseWriter wrapped, FacesContext faces) {
            super(wrapped);
            this.faces = faces;
        }

        @Override
        public void endDocument() throws IOException {
            Page page = Page.of(faces);
            if (page.refusedCommand() != null && page.hasRegion(faces) && page.beginRegion()) {
                startUpdate(Region.ID);
                writeRegion(page);
                endUpdate();
            }
            super.endDocument();
        }

        private void writeRegion(Page page) throws IOException {
            Region region = new Region(faces, page);
            Banner own = Page.ownBanner(faces);
            if (own == null) {
                region.writeAutomatic(getWrapped());
            } else {
                region.write(getWrapped(), own.isReason());
            }
        }
    }
}
