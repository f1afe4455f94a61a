package org.stillwater.it;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stillwater.it.container.Ports;

/** What a server has of the library, as an application sees it that is without it. */
public final class Leftovers {
    private static final String NAME = "leftovers";

    private Leftovers() {}

    /** To be deployed beside the application that is tested. */
    public static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, NAME + ".war").addClass(LeftoversServlet.class);
    }

    /** Threads and management beans; none once no application with the library is deployed. */
    public static List<String> find() throws IOException, InterruptedException {
        var response = Http.get(URI.create("http://127.0.0.1:" + Ports.get("http") + "/" + NAME + "/leftovers"));
        if (response.statusCode() != 200) {
            throw new IOException(response.body());
        }
        return response.body().lines().toList();
    }
}
