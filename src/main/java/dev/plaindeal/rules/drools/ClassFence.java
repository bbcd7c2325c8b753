package dev.plaindeal.rules.drools;

import java.util.List;

/**
 * What classes a compiled rule can reach: its facts, what Drools itself needs, and the harmless part of the JDK.
 *
 * <p>A second layer. Rules compiled here hold no code, so nothing should ever ask for more.
 */
final class ClassFence extends ClassLoader {

    /** One for all: it keeps no state of its own. */
    static final ClassFence FENCE = new ClassFence();

    private static final List<String> OPEN = List.of(
            "dev.plaindeal.model.",
            "org.drools.",
            "org.kie.",
            "org.mvel2.",
            "java.lang.",
            "java.util.",
            "java.math.",
            "java.time.");

    private static final List<String> CLOSED = List.of(
            "java.lang.System",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.Thread",
            "java.lang.ClassLoader",
            "java.lang.Module",
            "java.lang.reflect.",
            "java.lang.foreign.",
            "java.util.concurrent.ForkJoin",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ThreadPool",
            "java.util.concurrent.CompletableFuture",
            "java.util.jar.",
            "java.util.zip.",
            "java.util.logging.",
            "java.util.prefs.",
            "java.util.Timer",
            "java.util.Scanner",
            "java.util.ServiceLoader");

    private ClassFence() {
        super(ClassFence.class.getClassLoader());
    }

    /** Whether compiled rules can reach this class. RuntimeException and its like are open: only Runtime itself is shut. */
    static boolean admits(String name) {
        return OPEN.stream().anyMatch(name::startsWith)
                && (name.endsWith("Exception") || CLOSED.stream().noneMatch(name::startsWith));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!admits(name)) {
            throw new ClassNotFoundException(name + " is out of reach for rules");
        }
        return super.loadClass(name, resolve);
    }
}
