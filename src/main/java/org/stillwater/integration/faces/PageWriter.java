package org.stillwater.integration.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.FormGuarding;

/**
 * Puts the library's part into a page while it is written: the banner, the script, and in read-only mode the marks that
 * make forms read-only. Works on markup, whichever component or renderer it comes from, and leaves components alone: a
 * component that is read-only in its state would not take what is sent after the window.
 *
 * <p>An attribute can be added until the start tag is finished, and only then it is known which ones are there. So a tag
 * is kept in mind until something else is written.
 */
final class PageWriter extends ResponseWriterWrapper {
    private final FacesContext faces;
    private final Page page;
    private final Marks marks;
    private @Nullable OpenTag open;
    private boolean plainForm;

    PageWriter(ResponseWriter wrapped, FacesContext faces) {
        super(wrapped);
        this.faces = faces;
        this.page = Page.of(faces);
        this.marks = new Marks(faces, page);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new PageWriter(getWrapped().cloneWithWriter(writer), faces);
    }

    @Override
    public void startElement(String name, @Nullable UIComponent component) throws IOException {
        finishTag();
        if (component instanceof UIForm form && name.equals("form")) {
            beforeForm(form);
        }
        getWrapped().startElement(name, component);
        open = new OpenTag(name, component == null ? UIComponent.getCurrentComponent(faces) : component);
    }

    @Override
    public void writeAttribute(String name, @Nullable Object value, @Nullable String property) throws IOException {
        note(name, value);
        getWrapped().writeAttribute(name, value, property);
    }

    @Override
    public void writeURIAttribute(String name, @Nullable Object value, @Nullable String property) throws IOException {
        note(name, value);
        getWrapped().writeURIAttribute(name, value, property);
    }

    private void note(String name, @Nullable Object value) {
        if (open != null) {
            open.attribute(name, value);
        }
    }

    @Override
    public void endElement(String name) throws IOException {
        finishTag();
        if (name.equalsIgnoreCase("head")) {
            writeLive();
        } else if (name.equalsIgnoreCase("form")) {
            plainForm = false;
        }
        getWrapped().endElement(name);
    }

    private void finishTag() throws IOException {
        OpenTag tag = open;
        open = null;
        if (tag == null) {
            return;
        }
        if (tag.name.equals("form") && !(tag.component instanceof UIForm)) {
            plainForm = page.guarding() == FormGuarding.ALL && tag.isPlainPost();
        }
        marks.write(getWrapped(), tag, plainForm);
        if (tag.name.equals("body") && page.isBannerAutomatic() && !Page.hasOwnBanner(faces)) {
            writeRegion();
        }
    }

    /** A page whose head and body did not come by here gets all of it before its first form. */
    private void beforeForm(UIForm form) throws IOException {
        if (page.standing(faces, form) == Standing.GUARDED) {
            writeLive();
            if (!Page.hasOwnBanner(faces)) {
                writeRegion();
            }
        }
    }

    private void writeLive() throws IOException {
        if (Page.isWhole(faces) && page.hasRegion(faces) && page.beginLive()) {
            new Region(faces, page).writeLive(getWrapped());
        }
    }

    private void writeRegion() throws IOException {
        if (Page.isWhole(faces) && page.beginRegion()) {
            new Region(faces, page).writeAutomatic(getWrapped());
        }
    }

    @Override
    public void startCDATA() throws IOException {
        finishTag();
        getWrapped().startCDATA();
    }

    @Override
    public void endCDATA() throws IOException {
        finishTag();
        getWrapped().endCDATA();
    }

    @Override
    public void writeComment(Object comment) throws IOException {
        finishTag();
        getWrapped().writeComment(comment);
    }

    @Override
    public void writeText(Object text, @Nullable String property) throws IOException {
        finishTag();
        getWrapped().writeText(text, property);
    }

    @Override
    public void writeText(Object text, @Nullable UIComponent component, @Nullable String property) throws IOException {
        finishTag();
        getWrapped().writeText(text, component, property);
    }

    @Override
    public void writeText(char[] text, int from, int length) throws IOException {
        finishTag();
        getWrapped().writeText(text, from, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        finishTag();
        getWrapped().write(text, from, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        finishTag();
        getWrapped().write(text, from, length);
    }

    @Override
    public void write(String text) throws IOException {
        finishTag();
        getWrapped().write(text);
    }

    @Override
    public void write(int character) throws IOException {
        finishTag();
        getWrapped().write(character);
    }

    @Override
    public void flush() throws IOException {
        finishTag();
        getWrapped().flush();
    }

    @Override
    public void close() throws IOException {
        finishTag();
        getWrapped().close();
    }

    @Override
    public void endDocument() throws IOException {
        finishTag();
        getWrapped().endDocument();
    }
}
