package org.stillwater.it.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.stillwater.it.login.LoginUser;

/** Makes WildFly know the user of the tests, as {@code add-user.sh -a} does. */
final class WildFlyUsers {
    void add(@Observes ManagerStarted event) throws IOException, NoSuchAlgorithmException {
        Path configuration = Path.of(System.getProperty("it.server.home"), "standalone/configuration");
        String hashed = LoginUser.NAME + ":ApplicationRealm:" + LoginUser.PASSWORD;
        byte[] hash = MessageDigest.getInstance("MD5").digest(hashed.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                configuration.resolve("application-users.properties"),
                "#$REALM_NAME=ApplicationRealm$\n" + LoginUser.NAME + "="
                        + HexFormat.of().formatHex(hash) + "\n");
        Files.writeString(
                configuration.resolve("application-roles.properties"), LoginUser.NAME + "=" + LoginUser.ROLE + "\n");
    }
}
