package org.stillwater.it.faces;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.stillwater.Writes;

/** Behind a page with every kind of control. */
@Named
@ViewScoped
public class Desk implements Serializable {
    private static final long serialVersionUID = 1L;

    @EJB
    private Clerk clerk;

    private String name = "";
    private String note = "";
    private String kind = "letter";
    private boolean urgent = true;
    private String sought = "";
    private String password;
    private String saved = "nothing saved";
    private final List<Line> lines = new ArrayList<>(List.of(new Line("first"), new Line("second")));

    /** Known to write. */
    @Writes
    public void save() {
        saved = "saved " + describe();
    }

    /** Writes, but nobody can tell before it is called. */
    public void saveElsewhere() {
        saved = clerk.save(describe());
    }

    /** Takes over what was typed into a row. */
    @Writes
    public void keep() {}

    /** Reads. */
    public void search() {
        saved = "found " + sought + ", urgent " + urgent;
    }

    public void logIn() {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage("logged in"));
    }

    /** Saves, and goes elsewhere with a message. */
    @Writes
    public String saveAndLeave() {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().put("kept", "kept in the flash");
        return "names?faces-redirect=true";
    }

    private String describe() {
        return String.join(", ", name, note, kind, urgent ? "urgent" : "not urgent");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public boolean isUrgent() {
        return urgent;
    }

    public void setUrgent(boolean urgent) {
        this.urgent = urgent;
    }

    public String getSought() {
        return sought;
    }

    public void setSought(String sought) {
        this.sought = sought;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getSaved() {
        return saved;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** What the model holds, shown outside of any input. */
    public String getModel() {
        return describe();
    }

    /** One row of a table. */
    public static class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private String text;

        Line(String text) {
            this.text = text;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }
}
