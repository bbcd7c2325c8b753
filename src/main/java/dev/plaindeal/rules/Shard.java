package dev.plaindeal.rules;

import java.util.Collection;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;

/** Some of a book's rules, compiled together. Immutable and thread-safe. */
final class Shard {

    private final String drl;
    private final int rules;
    private final KieBase base;

    /** So many rules, compiled from this text. */
    Shard(String drl, int rules, KieBase base) {
        this.drl = drl;
        this.rules = rules;
        this.base = base;
    }

    /** What was compiled: the same text gives the same answers. */
    String drl() {
        return drl;
    }

    /**
     * Tells the listener each rule that matches and what it matched.
     *
     * <p>The listener has heard all there is to hear when it is asked whether the rule may fire, so it says no and spares
     * Drools the firing. Nothing can match twice, because nothing changes; the limit says so to Drools as well.
     */
    void match(Collection<?> facts, AgendaFilter listener) {
        KieSession session = base.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules(listener, rules * facts.size() + 1);
        } finally {
            session.dispose();
        }
    }
}
