package org.stillwater.it.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Database;
import org.stillwater.it.Http;

@ArquillianTest
@RunAsClient
public abstract class AbstractSmokeIT {
    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractSmokeIT.class).addClasses(NotesServlet.class, JdkServlet.class, Database.class);
    }

    @Test
    void an_application_with_the_library_reads_the_database_that_the_tests_see() throws Exception {
        Database.execute("drop table if exists smoke_note");
        Database.execute("create table smoke_note as select 'still water runs deep' as text");

        var response = Http.get(base.toURI().resolve("notes"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("still water runs deep");
    }

    /** Not on the one of the build, if it was asked for another. */
    @Test
    void the_server_runs_on_the_jdk_that_was_asked_for() throws Exception {
        Path asked = Path.of(System.getProperty("it.server.java.home"));

        var response = Http.get(base.toURI().resolve("jdk"));

        assertThat(Path.of(response.body()).toRealPath()).isEqualTo(asked.toRealPath());
    }
}
