package org.stillwater.integration.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class WildFlyDeliveryTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final List<String> log = new ArrayList<>();
    private final WildFlyDelivery delivery = new WildFlyDelivery(server);

    @Test
    void stopsAndStartsTheBeanOfThisDeployment() throws Exception {
        register("deployment=shop.war", Bean.class.getName());
        register("deployment=shop-2.war", Bean.class.getName());
        register("deployment=shop.war,other=1", "com.acme.Other");
        Class<?> bean = load("deployment.shop.war");
        assertThat(delivery.stop(bean)).isTrue();
        assertThat(delivery.start(bean)).isTrue();
        assertThat(log).containsExactly("stop deployment=shop.war", "start deployment=shop.war");
    }

    @Test
    void alsoInAnEar() throws Exception {
        register("deployment=shop.ear,subdeployment=shop.war", Bean.class.getName());
        assertThat(delivery.stop(load("deployment.shop.ear.shop.war"))).isTrue();
        assertThat(log).hasSize(1);
    }

    @Test
    void elsewhereItCannot() throws Exception {
        assertThat(delivery.stop(load("deployment.shop.war"))).isFalse();
    }

    private void register(String deployment, String bean) throws Exception {
        server.registerMBean(
                new MessageDrivenBean(deployment, bean),
                new ObjectName("jboss.as:" + deployment + ",subsystem=ejb3,message-driven-bean=Bean"));
    }

    /** As WildFly names the class loaders of deployments. */
    private Class<?> load(String loader) throws ClassNotFoundException {
        URL classes = getClass().getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(loader, new URL[] {classes}, null) {}.loadClass(Bean.class.getName());
    }

    /** Stands for any message-driven bean. */
    public static final class Bean {}

    public interface MessageDrivenBeanMBean {
        String getcomponentClassName();

        void stopDelivery();

        void startDelivery();
    }

    public final class MessageDrivenBean implements MessageDrivenBeanMBean {
        private final String deployment;
        private final String type;

        MessageDrivenBean(String deployment, String type) {
            this.deployment = deployment;
            this.type = type;
        }

        @Override
        public String getcomponentClassName() {
            return type;
        }

        @Override
        public void stopDelivery() {
            log.add("stop " + deployment);
        }

        @Override
        public void startDelivery() {
            log.add("start " + deployment);
        }
    }
}
