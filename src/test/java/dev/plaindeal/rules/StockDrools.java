package dev.plaindeal.rules;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.model.Chances;
import dev.plaindeal.model.Promises;
import dev.plaindeal.offer.Offer;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Rule files as any user of Drools would run them: given to a stock builder unchanged, fired in a plain session. Nothing of the
 * engine takes part but the facts.
 */
public enum StockDrools {
    /** Drools' own language, interpreted. */
    CLASSIC {
        @Override
        KieBase compile(Map<String, String> files) {
            KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
            files.forEach((path, text) -> builder.add(
                    ResourceFactory.newReaderResource(new StringReader(text)).setSourcePath(path), ResourceType.DRL));
            if (builder.hasErrors()) {
                throw new IllegalArgumentException(builder.getErrors().toString());
            }
            return builder.newKieBase();
        }
    },
    /** Drools' executable model, made Java of. */
    EXECUTABLE {
        @Override
        KieBase compile(Map<String, String> files) {
            KieServices services = KieServices.get();
            ReleaseId id = services.newReleaseId("stock", "rules", "1." + files.hashCode());
            KieFileSystem all = services.newKieFileSystem().generateAndWritePomXML(id);
            files.forEach((path, text) -> all.write("src/main/resources/" + path, text));
            KieBuilder builder = services.newKieBuilder(all).buildAll(ExecutableModelProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalArgumentException(builder.getResults().getMessages(Message.Level.ERROR).toString());
            }
            try {
                return services.newKieContainer(id).getKieBase();
            } finally {
                services.getRepository().removeKieModule(id);
            }
        }
    };

    /** Compiles files, by path. */
    abstract KieBase compile(Map<String, String> files);

    /** What these rules promise for a basket. */
    static List<Offer> offers(KieBase base, Set<String> rules, Basket basket, CodeDirectory codes) {
        Promises promises = new Promises();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    promises.firing(event.getMatch().getRule().getName());
                }
            });
            Chances chances = Chances.in(basket, codes, promises);
            chances.all().forEach(session::insert);
            chances.lines().forEach(session::insert);
            session.fireAllRules(match -> rules.contains(match.getRule().getName()));
        } finally {
            session.dispose();
        }
        return promises.offers();
    }

    /** Lets these rules say their words to facts. */
    static void tell(KieBase base, Set<String> rules, Collection<?> facts) {
        KieSession session = base.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules(match -> rules.contains(match.getRule().getName()));
        } finally {
            session.dispose();
        }
    }
}
