package org.stillwater.it.plain;

import java.nio.file.Path;

class PlainIT extends AbstractPlainIT {
    @Override
    protected Path serverData(Path serverHome) {
        return serverHome.resolve("glassfish/domains/domain1/data");
    }

    @Override
    protected Path serverLogs(Path serverHome) {
        return serverHome.resolve("glassfish/domains/domain1/logs");
    }
}
