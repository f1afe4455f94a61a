package org.stillwater.it.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Database;
import org.stillwater.it.Http;
import org.stillwater.it.container.Ports;
import org.stillwater.it.container.ServerPool;

/**
 * {@link End#AFTER_COMPLETION_DIES} costs WildFly a connection, with the library and without: its pool takes a connection
 * back in an {@code afterCompletion} of its own, and that is not called after an {@code Error} out of an earlier one. Should
 * this fail because none is lost, WildFly has been mended.
 */
@ArquillianTest
@RunAsClient
class LostConnectionIT {
    private static final String GUARDED = "AbstractShapesIT";
    private static final String CONTROL = "Control";

    @Deployment(name = GUARDED, testable = false)
    public static WebArchive guarded() {
        return AbstractShapesIT.application();
    }

    @Deployment(name = CONTROL, testable = false)
    public static WebArchive control() {
        WebArchive control =
                ShrinkWrap.create(WebArchive.class, CONTROL + ".war").merge(AbstractShapesIT.application());
        String library = "/WEB-INF/lib/" + new File(System.getProperty("lib.jar")).getName();
        assertThat(control.delete(library)).as(library).isNotNull();
        return control;
    }

    @BeforeEach
    void noRows() throws Exception {
        AbstractShapesIT.noRows();
    }

    @AfterEach
    void nothingIsLost() throws Exception {
        ServerPool.flush();
    }

    @ParameterizedTest
    @ValueSource(strings = {GUARDED, CONTROL})
    void the_server_loses_a_connection_when_somebody_elses_completion_dies(String application) throws Exception {
        assertThat(ServerPool.inUse()).isZero();
        assertThat(write(application, End.AFTER_COMPLETION_THROWS)).isEqualTo("written");
        assertThat(ServerPool.inUse()).as("after an exception").isZero();
        assertThat(write(application, End.AFTER_COMPLETION_DIES)).isEqualTo("written");
        assertThat(ServerPool.inUse()).as("after an error").isOne();
    }

    private static String write(String application, End end) throws Exception {
        Database.execute("truncate shape_note");
        return Http.get(URI.create(
                        "http://127.0.0.1:" + Ports.get("http") + "/" + application + "/shape?do=write&what=" + end))
                .body();
    }
}
