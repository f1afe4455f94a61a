package org.stillwater.it.faces;

import jakarta.enterprise.context.Conversation;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.stillwater.Writes;

/** A conversation of several pages. */
@Named
@ConversationScoped
public class Talk implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Conversation conversation;

    private String said = "";
    private String saved = "nothing saved";
    private int steps;

    /** Reads, and keeps the conversation. */
    public void begin() {
        if (conversation.isTransient()) {
            conversation.begin();
        }
        steps++;
    }

    @Writes
    public void save() {
        saved = "saved " + said + " after " + steps + " steps in " + conversation.getId();
        conversation.end();
    }

    public String getSaid() {
        return said;
    }

    public void setSaid(String said) {
        this.said = said;
    }

    public String getSaved() {
        return saved;
    }

    public int getSteps() {
        return steps;
    }
}
