package org.stillwater.it.undeployment;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** A write without a transaction. */
@ApplicationScoped
public class CdiClerk {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    /** Has it created, which needs the names of a component: a thread of its own does not know them. */
    public void prepare() {}

    @Writes
    public void write() {
        Blocked.write(dataSource);
    }
}
