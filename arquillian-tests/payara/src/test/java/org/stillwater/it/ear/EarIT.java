package org.stillwater.it.ear;

import java.nio.file.Path;

class EarIT extends AbstractEarIT {
    @Override
    protected Path serverData(Path serverHome) {
        return serverHome.resolve("glassfish/domains/domain1/data");
    }
}
