package org.stillwater;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The class loader of an application on a server: it has the class path of the tests to itself, and shares nothing with them
 * but the JDK.
 */
public final class ApplicationLoader extends URLClassLoader {
    public ApplicationLoader() {
        super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    /** A new instance of what has the name of this type in the application, as a type of the JDK's. */
    public <T> T make(Class<? extends T> type, Class<T> known) throws ReflectiveOperationException {
        return known.cast(loadClass(type.getName()).getDeclaredConstructor().newInstance());
    }

    /** That of the tests. */
    public static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(ApplicationLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
