package org.stillwater.docs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.stillwater.Droppable;

@Entity
public class Article {
    @Id
    private Long id;

    private String text;

    @Droppable
    private long views;

    public String show() {
        views++;
        return text;
    }

    public Long id() {
        return id;
    }
}
