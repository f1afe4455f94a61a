package org.stillwater.it.requests;

import java.net.URI;

class ProbesIT extends AbstractProbesIT {
    @Override
    protected URI health(URI application) {
        return application.resolve("/health/");
    }
}
