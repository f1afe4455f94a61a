package org.stillwater.integration.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.Texts;

/**
 * The element in which a page tells the mode, and the refusal of what was sent, and where the script goes on from. Its
 * markup is the script's too: {@code stillwater.js} makes the same.
 */
final class Region {
    static final String ID = "stillwater-banner";

    private final FacesContext faces;
    private final Page page;
    private final Texts texts;

    Region(FacesContext faces, Page page) {
        this.faces = faces;
        this.page = page;
        this.texts = Page.texts(faces);
    }

    /** Where a page has put it. */
    void write(ResponseWriter out, boolean reason) throws IOException {
        write(out, reason, "stillwater-region", false);
    }

    /** In a page that has not put it anywhere: all of it, or, if the page is not to have a banner, refusals only. */
    void writeAutomatic(ResponseWriter out) throws IOException {
        boolean banner = page.isBannerAutomatic();
        write(out, null, banner ? "stillwater-region stillwater-region-auto" : "stillwater-region", !banner);
    }

    /** @param reason whether readers may know the reason, or null to go by the setting */
    private void write(ResponseWriter out, @Nullable Boolean reason, String styleClass, boolean onlyRefusals)
            throws IOException {
        Notice notice = page.notice(reason);
        Notice.Announcement announced = notice.announced(Instant.now());
        String refused = page.refusedCommand();
        out.startElement("div", null);
        out.writeAttribute("id", ID, null);
        out.writeAttribute("class", styleClass, null);
        out.writeAttribute("role", "status", null);
        out.writeAttribute("data-mode", notice.mode(), null);
        out.writeAttribute("data-epoch", Long.toString(notice.epoch()), null);
        if (refused != null) {
            out.writeAttribute("data-refused", refused, null);
        }
        if (onlyRefusals) {
            out.writeAttribute("data-only", "refusals", null);
        }
        if (refused != null || page.isReadOnly() && !onlyRefusals) {
            writeBanner(out, notice, refused != null);
        } else if (announced != null && !onlyRefusals) {
            startBanner(out);
            line(out, "message", Notice.sentence(announced, Instant.now(), texts));
            out.endElement("div");
        }
        out.endElement("div");
    }

    private static void startBanner(ResponseWriter out) throws IOException {
        out.startElement("div", null);
        out.writeAttribute("class", "stillwater-banner", null);
        out.writeAttribute("tabindex", "0", null);
    }

    private void writeBanner(ResponseWriter out, Notice notice, boolean refused) throws IOException {
        startBanner(out);
        if (refused) {
            line(out, "refused", texts.get("refused") + ' ' + texts.get("kept"));
        }
        line(out, "message", notice.sentence(Instant.now(), texts));
        if (notice.reason() != null) {
            line(out, "reason", texts.get("reason", notice.reason()));
        }
        if (refused) {
            out.startElement("button", null);
            out.writeAttribute("type", "button", null);
            out.writeAttribute("class", "stillwater-banner-resend", null);
            if (page.isReadOnly()) {
                out.writeAttribute("disabled", "disabled", null);
            }
            out.writeText(texts.get("resend"), null);
            out.endElement("button");
        }
        out.endElement("div");
    }

    private static void line(ResponseWriter out, String part, String text) throws IOException {
        out.startElement("div", null);
        out.writeAttribute("class", "stillwater-banner-" + part, null);
        out.writeText(text, null);
        out.endElement("div");
    }

    /** The style sheet and the script, which find each other's page by what stands on the script. */
    void writeLive(ResponseWriter out) throws IOException {
        out.startElement("link", null);
        out.writeAttribute("rel", "stylesheet", null);
        out.writeURIAttribute("href", resource("stillwater.css"), null);
        out.endElement("link");
        out.startElement("script", null);
        out.writeURIAttribute("src", resource("stillwater.js"), null);
        out.writeAttribute("defer", "defer", null);
        String context = faces.getExternalContext().getRequestContextPath();
        out.writeURIAttribute("data-status", context + page.statusPath(), null);
        out.writeAttribute("data-forms", page.guarding(), null);
        out.writeAttribute("data-banner", page.isBannerAutomatic() ? "auto" : "page", null);
        out.writeAttribute("data-lang", texts.locale().toLanguageTag(), null);
        out.endElement("script");
    }

    private String resource(String name) {
        String path = faces.getApplication()
                .getResourceHandler()
                .createResource(name, "stillwater")
                .getRequestPath();
        // Servers let browsers keep resources for days; the library's next version has others.
        String version = Region.class.getPackage().getImplementationVersion();
        String versioned = version == null ? path : path + (path.contains("?") ? "&" : "?") + "v=" + version;
        return faces.getExternalContext().encodeResourceURL(versioned);
    }
}
