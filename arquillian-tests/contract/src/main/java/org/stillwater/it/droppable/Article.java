package org.stillwater.it.droppable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.stillwater.Droppable;

@Entity
@Table(name = "droppable_article")
public class Article {
    @Id
    private long id;

    @Version
    private int version;

    private String text;

    @Droppable
    private long views;

    /** Attribute that a setting calls droppable. */
    private long likes;

    void isRead() {
        views++;
        likes++;
    }

    String text() {
        return text;
    }

    void setText(String changed) {
        text = changed;
    }
}
