package org.stillwater.it.transactions;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** A declared write of a CDI bean that joins the transaction of its caller. */
@ApplicationScoped
@Transactional
@Writes
public class CdiNotes {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    public void add(String text) {
        Notes.insert(dataSource, text);
    }
}
