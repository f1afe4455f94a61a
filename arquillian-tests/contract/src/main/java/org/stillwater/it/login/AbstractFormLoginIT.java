package org.stillwater.it.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

/** An application that nobody may see who has not logged in, and whose door is shut for POSTs in read-only mode. */
@ArquillianTest
@RunAsClient
public abstract class AbstractFormLoginIT {
    private static final String CREDENTIALS = "j_username=" + LoginUser.NAME + "&j_password=" + LoginUser.PASSWORD;

    private final Operator operator = Operator.of(AbstractFormLoginIT.class);
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractFormLoginIT.class, "stillwater.http.refuse=unsafe")
                .addClasses(PrivateServlet.class, Visits.class)
                .setWebXML("login/web.xml")
                .addAsWebInfResource("login/glassfish-web.xml", "glassfish-web.xml")
                .addAsWebResource("login/login.html", "login.html")
                .addAsWebResource(new StringAsset("who are you?"), "login-failed.html");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void the_status_is_told_to_everybody_and_makes_no_session() throws Exception {
        assertThat(visit("private").body()).contains("j_security_check");
        for (String mode : new String[] {"READ_WRITE", "READ_ONLY"}) {
            HttpResponse<String> status = Http.get(base.toURI().resolve("stillwater/status"));
            assertThat(status.statusCode()).isEqualTo(200);
            assertThat(status.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
            assertThat(status.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(status.body()).contains("\"mode\":\"" + mode + "\"");
            assertThat(Http.get(base.toURI().resolve("stillwater/stillwater.js"))
                            .body())
                    .contains("stillwater:change");
            operator.enter();
        }
    }

    @Test
    void logging_in_and_out_works_in_read_only_mode_and_a_last_login_is_left_out() throws Exception {
        operator.enter();
        assertThat(visit("private").body()).contains("j_security_check");
        assertThat(logIn().body()).isEqualTo("hello alice, visits noted: 0");
        assertThat(visit("private").body()).isEqualTo("hello alice, visits noted: 0");
        operator.leave();
        assertThat(visit("private").body()).isEqualTo("hello alice, visits noted: 1");
        operator.enter();
        assertThat(visit("logout").body()).isEqualTo("logged out");
        assertThat(visit("private").body()).contains("j_security_check");
    }

    private HttpResponse<String> logIn() throws Exception {
        return browser.send(
                request("j_security_check")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(CREDENTIALS))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> visit(String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) throws Exception {
        return HttpRequest.newBuilder(base.toURI().resolve(path)).timeout(Duration.ofSeconds(30));
    }
}
