package org.stillwater.integration.jmx;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.stillwater.internal.background.MessageDelivery;
import org.stillwater.internal.log.Log;

/**
 * What {@code :stop-delivery} and {@code :start-delivery} do in WildFly's command line. They are lost when the application
 * is deployed again, so that nothing stays stopped.
 */
public final class WildFlyDelivery implements MessageDelivery {
    private static final Log LOG = Log.of("background");
    private static final String BEANS = "jboss.as:subsystem=ejb3,message-driven-bean=*,*";
    private static final String LOADER = "deployment.";

    private final MBeanServer server;

    /** For loading by name. */
    public WildFlyDelivery() {
        this(ManagementFactory.getPlatformMBeanServer());
    }

    /** For tests. */
    WildFlyDelivery(MBeanServer server) {
        this.server = server;
    }

    @Override
    public boolean stop(Class<?> bean) {
        return invoke(bean, "stopDelivery");
    }

    @Override
    public boolean start(Class<?> bean) {
        return invoke(bean, "startDelivery");
    }

    private boolean invoke(Class<?> bean, String operation) {
        try {
            Set<ObjectName> names = names(bean);
            for (ObjectName name : names) {
                server.invoke(name, operation, new Object[0], new String[0]);
            }
            return !names.isEmpty();
        } catch (JMException | RuntimeException e) {
            LOG.debug("%s of '%s' is not possible: %s", operation, bean.getName(), e);
            return false;
        }
    }

    private Set<ObjectName> names(Class<?> bean) throws JMException {
        return server.queryNames(new ObjectName(BEANS), null).stream()
                .filter(name -> isOf(name, bean))
                .collect(Collectors.toSet());
    }

    /** By its class and its deployment: another version of the application may run beside it. */
    private boolean isOf(ObjectName name, Class<?> bean) {
        String subdeployment = name.getKeyProperty("subdeployment");
        String deployment = name.getKeyProperty("deployment") + (subdeployment == null ? "" : "." + subdeployment);
        try {
            return (LOADER + deployment).equals(bean.getClassLoader().getName())
                    && bean.getName().equals(server.getAttribute(name, "componentClassName"));
        } catch (JMException e) {
            LOG.debug("%s cannot be asked: %s", name, e);
            return false;
        }
    }
}
