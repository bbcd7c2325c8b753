package dev.plaindeal.rules.drools;

import dev.plaindeal.rules.grammar.FactFields;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * How Drools is given rules. All give the same answers; tests run the same rules under each, so that what is handed over
 * as objects means what Drools' own language means by the text.
 */
public enum Build {
    /** As objects, see {@link DroolsModel}. */
    MODEL {
        @Override
        public KieBase compile(List<LoadedRule> rules, FactFields fields) {
            return new DroolsModel(fields).base(rules, KieServices.get().newKieBaseConfiguration(null, FENCE));
        }
    },
    /** As text that Drools reads itself. */
    CLASSIC {
        @Override
        public KieBase compile(String drl) {
            KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                    KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, FENCE));
            builder.add(ResourceFactory.newReaderResource(new StringReader(drl), "UTF-8"), ResourceType.DRL);
            if (builder.hasErrors()) {
                throw broken(builder.getErrors().toString());
            }
            InternalKnowledgeBase base =
                    KnowledgeBaseFactory.newKnowledgeBase(KieServices.get().newKieBaseConfiguration(null, FENCE));
            base.addPackages(builder.getKnowledgePackages());
            return base;
        }
    },
    /** As text that Drools makes Java of. */
    EXECUTABLE {
        @Override
        public KieBase compile(String drl) {
            KieServices services = KieServices.get();
            String version = UUID.nameUUIDFromBytes(drl.getBytes(UTF_8)).toString();
            ReleaseId id = services.newReleaseId("dev.plaindeal", "book", version);
            KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(id).write(FILE, drl);
            KieBuilder builder = services.newKieBuilder(files, FENCE).buildAll(ExecutableModelProject.class);
            try {
                if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                    throw broken(builder.getResults().getMessages().toString());
                }
                KieContainer container = services.newKieContainer(id, FENCE);
                KieBaseConfiguration configuration = services.newKieBaseConfiguration(null, FENCE);
                return container.newKieBase(configuration);
            } finally {
                services.getRepository().removeKieModule(id);
            }
        }
    };

    private static final String FILE = "src/main/resources/dev/plaindeal/book/book.drl";
    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
    private static final int LONGEST_MESSAGE = 500;
    private static final ClassFence FENCE = new ClassFence();

    /**
     * Compiles rules.
     *
     * @param fields of the facts they ask
     * @throws IllegalStateException when Drools refuses them: not the author's mistake, since it was not given his text
     */
    public KieBase compile(List<LoadedRule> rules, FactFields fields) {
        return compile(DrlWriter.render(rules));
    }

    /** Compiles text. */
    public KieBase compile(String drl) {
        throw new IllegalArgumentException(this + " takes no text");
    }

    private static IllegalStateException broken(String messages) {
        String start = messages.substring(0, Math.min(messages.length(), LONGEST_MESSAGE));
        return new IllegalStateException("Drools did not take the rules written for it: " + start);
    }
}
