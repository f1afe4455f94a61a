package org.stillwater.demo.machinery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param home the unpacked distribution, which stays as it is
 * @param javaHome the Java that runs the server
 * @param modules a second module directory, with the database driver
 * @param configuration what is added to standalone.xml, in YAML
 * @param base the server's own directory: configuration, deployments, data, logs
 * @param application the WAR
 */
public record WildFlyLayout(Path home, Path javaHome, Path modules, Path configuration, Path base, Path application) {

    String contextName() {
        return application.getFileName().toString().replaceFirst("\\.war$", "");
    }

    void prepareBaseDirectory() throws IOException {
        Path target = Files.createDirectories(base.resolve("configuration"));
        try (Stream<Path> files = Files.list(home.resolve("standalone/configuration"))) {
            List<Path> plain = files.filter(Files::isRegularFile).toList();
            for (Path file : plain) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        Path deployments = Files.createDirectories(base.resolve("deployments"));
        Files.copy(application, deployments.resolve(application.getFileName()));
    }
}
