package org.stillwater.internal.cdi;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;

/** A class loader with the library and its tests, in which some APIs are not there. Everything else is the parent's. */
final class WithoutApis extends URLClassLoader {
    private final List<String> absent;

    /** @param absent the packages that are not there, with what is below them */
    WithoutApis(List<String> absent) {
        super(classPath(), WithoutApis.class.getClassLoader());
        this.absent = absent;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (absent.stream().anyMatch(api -> name.startsWith(api + "."))) {
            throw new ClassNotFoundException(name + " is not there in this test");
        }
        if (!name.startsWith("org.stillwater.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : findClass(name);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(WithoutApis::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
