package org.stillwater.internal.cdi;

import java.net.URLClassLoader;
import java.util.List;
import org.stillwater.ApplicationLoader;

/** A class loader with the library and its tests, in which some APIs are not there. Everything else is the parent's. */
final class WithoutApis extends URLClassLoader {
    private final List<String> absent;

    /** @param absent the packages that are not there, with what is below them */
    WithoutApis(List<String> absent) {
        super(ApplicationLoader.classPath(), WithoutApis.class.getClassLoader());
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
}
