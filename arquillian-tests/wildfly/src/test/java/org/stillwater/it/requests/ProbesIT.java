package org.stillwater.it.requests;

import java.net.URI;
import org.stillwater.it.container.Ports;

class ProbesIT extends AbstractProbesIT {
    @Override
    protected URI health(URI application) {
        return URI.create("http://127.0.0.1:" + Ports.get("admin") + "/health/");
    }
}
