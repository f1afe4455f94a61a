package org.stillwater.it.faces;

import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.Archives;

/** The page with every kind of control. */
final class DeskArchive {
    private DeskArchive() {}

    static WebArchive of(Class<?> test, String... settings) {
        return Archives.war(test, settings)
                .addClasses(Clerk.class, Desk.class, Talk.class)
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/desk.xhtml", "desk.xhtml")
                .addAsWebResource("faces/desk.css", "resources/desk.css")
                .addAsWebResource("faces/my/field.xhtml", "resources/my/field.xhtml")
                .addAsWebResource("faces/talk.xhtml", "talk.xhtml")
                .addAsWebResource("faces/names.xhtml", "names.xhtml");
    }
}
