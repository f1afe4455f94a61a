package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Operator;

@ArquillianTest
@RunAsClient
public abstract class AbstractOwnExceptionHandlerIT {
    private final Operator operator = Operator.of(AbstractOwnExceptionHandlerIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractOwnExceptionHandlerIT.class)
                .addClasses(Clerk.class, Form.class)
                .addPackage(OwnExceptionHandlerFactory.class.getPackage())
                .deleteClasses(AbstractOwnExceptionHandlerIT.class, AbstractFacesIT.class, FacesClient.class)
                .addAsWebInfResource("faces/own-handler-faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/form.xhtml", "form.xhtml");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void refusals_stay_on_the_page_and_everything_else_is_the_applications() throws Exception {
        FacesClient form = FacesClient.open(base.toURI().resolve("form.xhtml"));
        assertThat(form.submit("words", "fail").body()).isEqualTo("answered by the application");
        operator.enter();
        assertThat(form.submit("words", "fail").body()).isEqualTo("answered by the application");
        assertThat(form.submit("words", "save").body())
                .contains("The change was not saved", "value=\"words\"")
                .doesNotContain("answered by the application");
        assertThat(form.submitByAjax("words", "saveByAjax").body())
                .contains("The change was not saved")
                .doesNotContain("answered by the application");
    }
}
