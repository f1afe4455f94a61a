package org.stillwater.it;

import java.io.File;
import java.util.Locale;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds the applications that the tests deploy. */
public final class Archives {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <resource-ref>
                <res-ref-name>%s</res-ref-name>
                <res-type>javax.sql.DataSource</res-type>
                <res-auth>Container</res-auth>
                <lookup-name>%s</lookup-name>
              </resource-ref>
            </web-app>
            """;

    private Archives() {}

    /**
     * An application named after its test, with the packaged library in {@code WEB-INF/lib} and the server's PostgreSQL
     * at {@code java:comp/env/}{@value Database#RESOURCE}. Its mode store is where {@link Operator} looks for it.
     *
     * @param settings further settings, as {@code key=value}
     */
    public static WebArchive war(Class<?> test, String... settings) {
        return on(Database.serverDataSource(), test, settings);
    }

    /** The same, with another data source of the server under that name. */
    public static WebArchive on(String dataSource, Class<?> test, String... settings) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .addAsLibrary(new File(System.getProperty("lib.jar")))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(settings(test, settings), "META-INF/microprofile-config.properties")
                .setWebXML(new StringAsset(String.format(Locale.ROOT, WEB_XML, Database.RESOURCE, dataSource)));
    }

    private static StringAsset settings(Class<?> test, String... settings) {
        Operator.forget(test);
        return new StringAsset("stillwater.store=" + Operator.store(test) + "\n" + String.join("\n", settings));
    }
}
