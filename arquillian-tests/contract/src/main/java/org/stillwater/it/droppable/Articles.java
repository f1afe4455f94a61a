package org.stillwater.it.droppable;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

@Stateless
public class Articles {
    @PersistenceContext(unitName = "articles")
    private EntityManager articles;

    @PersistenceContext(unitName = "readings")
    private EntityManager readings;

    public String show() {
        Article article = articles.find(Article.class, 1L);
        article.isRead();
        return article.text();
    }

    public String showAndRename() {
        String text = show();
        articles.find(Article.class, 1L).setText("renamed");
        return text;
    }

    public String log() {
        readings.persist(new Reading());
        return "logged";
    }
}
