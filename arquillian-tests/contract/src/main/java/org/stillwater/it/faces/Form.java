package org.stillwater.it.faces;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Behind the pages. */
@Named
@RequestScoped
public class Form {
    @EJB
    private Clerk clerk;

    private String text;
    private String saved = "nothing saved";

    public void save() {
        saved = clerk.save(text);
    }

    public void fail() {
        throw new IllegalStateException("a failure of the application's own");
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSaved() {
        return saved;
    }

    /** Writes while the page is being rendered. */
    public String getSavedWhileRendering() {
        return clerk.save("while rendering");
    }
}
