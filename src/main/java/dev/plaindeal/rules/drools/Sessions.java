package dev.plaindeal.rules.drools;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;

/**
 * The sessions of one base. Opening one costs as much as asking it, so a few stay open and are asked again.
 *
 * <p>Thread-safe: a session taken belongs to one thread until it is put back. Which one a thread takes does not matter,
 * because one is put back only without facts. Nothing has to be closed: open sessions go with their base.
 */
final class Sessions {

    /** More threads than this at once open a session of their own. A power of two. */
    private static final int MOST_KEPT = 8;

    private static final KieSessionConfiguration UNLOCKED = unlocked();

    private final KieBase base;
    private final AtomicReferenceArray<@Nullable KieSession> idle = new AtomicReferenceArray<>(MOST_KEPT);

    Sessions(KieBase base) {
        this.base = base;
    }

    /** A thread that has a session to itself needs no locks, and finds each fact's rules as it puts it in. */
    private static KieSessionConfiguration unlocked() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        return configuration;
    }

    KieSession take() {
        KieSession session = idle.getAndSet(place(), null);
        return session == null ? base.newKieSession(UNLOCKED, null) : session;
    }

    /** Without facts and after no failure; otherwise dispose of it. */
    void putBack(KieSession session) {
        if (!idle.compareAndSet(place(), null, session)) {
            session.dispose();
        }
    }

    /** Threads started one after the other have places of their own. */
    private static int place() {
        return (int) Thread.currentThread().getId() & MOST_KEPT - 1;
    }
}
