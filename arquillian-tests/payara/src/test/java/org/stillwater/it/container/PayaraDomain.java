package org.stillwater.it.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;

/**
 * Writes {@code domain.xml} before Payara starts: the shipped one, with every listener on the loopback interface and on a
 * port of this run, and with the data source of the tests. What {@code domain.xsl} does not change stays as shipped.
 */
final class PayaraDomain {
    private static final String[] COMMON_PORTS = {
        "http", "https", "admin", "database", "h2", "mariadb", "primary", "standby"
    };
    private static final String[] OWN_PORTS = {"jmx", "iiop", "iiop-ssl", "iiop-mutual", "shell", "grid", "jms"};

    void configure(@Observes(precedence = 50) ManagerStarted event) throws IOException, TransformerException {
        Ports.choose(OWN_PORTS);
        Path config = Path.of(System.getProperty("it.server.home"), "glassfish/domains/domain1/config");
        Path shipped = config.resolve("domain.xml.shipped");
        Path domain = config.resolve("domain.xml");
        if (Files.notExists(shipped)) {
            Files.copy(domain, shipped);
        }
        transform(shipped, domain);
    }

    private static void transform(Path shipped, Path domain) throws TransformerException {
        var stylesheet =
                new StreamSource(PayaraDomain.class.getResource("/domain.xsl").toExternalForm());
        var transformer = TransformerFactory.newInstance().newTransformer(stylesheet);
        Stream.of(COMMON_PORTS, OWN_PORTS)
                .flatMap(Stream::of)
                .forEach(port -> transformer.setParameter(port, Ports.get(port)));
        transformer.transform(new StreamSource(shipped.toFile()), new StreamResult(domain.toFile()));
    }
}
