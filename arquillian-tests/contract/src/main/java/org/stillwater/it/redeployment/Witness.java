package org.stillwater.it.redeployment;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Sees what is there of applications: their class loaders, and threads that the library or they have started. */
public final class Witness implements WitnessMBean {
    static final String NAME = "org.stillwater.it.redeployment:type=Witness";

    private final List<WeakReference<ClassLoader>> loaders = new CopyOnWriteArrayList<>();

    @Override
    public void register(ClassLoader loader) {
        loaders.add(new WeakReference<>(loader));
    }

    /** How many applications have registered. */
    int registered() {
        return loaders.size();
    }

    /** A line for each class loader, and for each thread, that is there. */
    List<String> seen() {
        List<String> seen = new ArrayList<>();
        Set<ClassLoader> alive = alive();
        for (int i = 0; i < loaders.size(); i++) {
            ClassLoader loader = loaders.get(i).get();
            if (loader != null) {
                seen.add("class loader of deployment " + (i + 1) + ": " + loader);
            }
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("stillwater") || alive.contains(thread.getContextClassLoader())) {
                seen.add("thread " + thread.getName());
            }
        }
        return seen;
    }

    private Set<ClassLoader> alive() {
        return loaders.stream().map(WeakReference::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
