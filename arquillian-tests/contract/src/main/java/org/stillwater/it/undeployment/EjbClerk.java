package org.stillwater.it.undeployment;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** A write in a container transaction. */
@Stateless
@LocalBean
public class EjbClerk {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    @Writes
    public void write() {
        Blocked.write(dataSource);
    }
}
