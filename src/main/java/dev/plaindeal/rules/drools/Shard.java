package dev.plaindeal.rules.drools;

import dev.plaindeal.rules.grammar.FactFields;
import java.util.List;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;

/** Some of a book's rules, compiled together. Immutable and thread-safe. */
public final class Shard {

    private final String drl;
    private final int rules;
    private final Sessions sessions;

    private Shard(String drl, int rules, Sessions sessions) {
        this.drl = drl;
        this.rules = rules;
        this.sessions = sessions;
    }

    /**
     * Compiles rules.
     *
     * @param drl what they say, written out
     * @param fields of the facts they ask
     */
    static Shard compile(String drl, List<LoadedRule> rules, Build build, FactFields fields) {
        return new Shard(drl, rules.size(), new Sessions(build.compile(rules, fields)));
    }

    /** What was compiled, written out: the same text gives the same answers. */
    public String drl() {
        return drl;
    }

    /**
     * Tells the listener each rule that matches and what it matched.
     *
     * <p>The listener has heard all there is to hear when it is asked whether the rule may fire, so it says no and spares
     * Drools the firing. Nothing can match twice, because nothing changes; the limit says so to Drools as well.
     */
    void match(List<?> facts, AgendaFilter listener) {
        KieSession session = sessions.take();
        boolean empty = false;
        try {
            ask(session, facts, listener);
            empty = true;
        } finally {
            if (empty) {
                sessions.putBack(session);
            } else {
                session.dispose();
            }
        }
    }

    private void ask(KieSession session, List<?> facts, AgendaFilter listener) {
        FactHandle[] handles = new FactHandle[facts.size()];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = session.insert(facts.get(i));
        }
        session.fireAllRules(listener, rules * handles.length + 1);
        for (FactHandle handle : handles) {
            session.delete(handle);
        }
    }
}
