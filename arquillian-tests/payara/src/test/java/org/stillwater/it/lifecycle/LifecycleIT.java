package org.stillwater.it.lifecycle;

import java.nio.file.Path;

class LifecycleIT extends AbstractLifecycleIT {
    @Override
    protected Path serverData(Path serverHome) {
        return serverHome.resolve("glassfish/domains/domain1/data");
    }
}
