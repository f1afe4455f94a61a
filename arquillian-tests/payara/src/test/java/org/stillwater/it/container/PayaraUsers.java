package org.stillwater.it.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.stillwater.it.login.LoginUser;

/** Makes Payara's realm {@code file} know the user of the tests, as {@code asadmin create-file-user} does. */
final class PayaraUsers {
    private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8};

    void add(@Observes ManagerStarted event) throws IOException, NoSuchAlgorithmException {
        Path users = Path.of(System.getProperty("it.server.home"), "glassfish/domains/domain1/config/keyfile");
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        digest.update(LoginUser.PASSWORD.getBytes(StandardCharsets.UTF_8));
        digest.update(SALT);
        byte[] salted = new byte[20 + SALT.length];
        System.arraycopy(digest.digest(), 0, salted, 0, 20);
        System.arraycopy(SALT, 0, salted, 20, SALT.length);
        Files.writeString(
                users,
                LoginUser.NAME + ";{SSHA}" + Base64.getEncoder().encodeToString(salted) + ";" + LoginUser.ROLE + "\n");
    }
}
