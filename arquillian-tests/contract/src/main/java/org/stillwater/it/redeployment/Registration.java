package org.stillwater.it.redeployment;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Tells the {@link Witness}, which is in another application, of the class loader of this one. */
@WebListener
public class Registration implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object[] arguments = {Registration.class.getClassLoader()};
        String[] types = {ClassLoader.class.getName()};
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(Witness.NAME), "register", arguments, types);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
