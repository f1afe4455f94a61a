package org.stillwater.it.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

class PlainIT extends AbstractPlainIT {
    private static final String ABSENT = "Absent";

    /** A subsystem that is excluded takes its classes along, but not all of them do: so two modules are excluded by name. */
    private static final String STRUCTURE = """
            <jboss-deployment-structure>
              <deployment>
                <exclude-subsystems>
                  <subsystem name="ejb3"/>
                  <subsystem name="jaxrs"/>
                  <subsystem name="jpa"/>
                  <subsystem name="jsf"/>
                  <subsystem name="microprofile-config-smallrye"/>
                </exclude-subsystems>
                <exclusions>
                  <module name="jakarta.json.api"/>
                  <module name="jakarta.persistence.api"/>
                </exclusions>
              </deployment>
            </jboss-deployment-structure>
            """;

    /** Where an application server lets an application do without what it has. */
    @Deployment(name = ABSENT, managed = false, testable = false)
    public static WebArchive absent() {
        return war(ABSENT).addAsWebInfResource(new StringAsset(STRUCTURE), "jboss-deployment-structure.xml");
    }

    @Override
    protected Path serverData(Path serverHome) {
        return serverHome.resolve("standalone/data");
    }

    @Override
    protected Path serverLogs(Path serverHome) {
        return serverHome.resolve("standalone/log");
    }

    @Test
    void an_application_that_does_not_even_see_optional_apis_is_guarded_and_nobody_complains() throws Exception {
        isGuarded(ABSENT, () -> {
            assertThat(get(ABSENT, "load&type=jakarta.servlet.Servlet")).isEqualTo("present");
            for (String type : new String[] {
                "jakarta.ejb.EJB",
                "jakarta.faces.context.FacesContext",
                "jakarta.json.JsonObject",
                "jakarta.persistence.EntityManager",
                "jakarta.ws.rs.core.Application",
                "org.eclipse.microprofile.config.Config",
                "org.hibernate.Session",
            }) {
                assertThat(get(ABSENT, "load&type=" + type)).as(type).isEqualTo("absent");
            }
        });
    }
}
