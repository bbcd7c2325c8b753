package dev.plaindeal.rules.drools;

import static dev.plaindeal.rules.drools.ClassFence.FENCE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import java.io.StringReader;
import java.util.UUID;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * The ways to give Drools rules: the product's, and two second opinions that read the text of {@link DrlWriter}. All have to
 * give the same answers.
 */
public enum TestBuild {
    /** As objects, as the product does. */
    MODEL(Build.MODEL),
    /** As text that Drools reads itself. */
    CLASSIC(new Build((rules, fields) -> classic(DrlWriter.render(rules)))),
    /** As text that Drools makes Java of. */
    EXECUTABLE(new Build((rules, fields) -> executable(DrlWriter.render(rules))));

    private static final String FILE = "src/main/resources/dev/plaindeal/book/book.drl";

    private final Build build;

    TestBuild(Build build) {
        this.build = build;
    }

    /** A book of these files, compiled this way. */
    public RuleBook load(RuleFiles files) {
        return RuleBook.load(files, build);
    }

    /** Compiles text that nothing of ours has looked at. */
    public KieBase compile(String drl) {
        return switch (this) {
            case MODEL -> throw new IllegalArgumentException("objects are no text");
            case CLASSIC -> classic(drl);
            case EXECUTABLE -> executable(drl);
        };
    }

    private static KieBase classic(String drl) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, FENCE));
        builder.add(ResourceFactory.newReaderResource(new StringReader(drl), "UTF-8"), ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalStateException(builder.getErrors().toString());
        }
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(KieServices.get().newKieBaseConfiguration(null, FENCE));
        base.addPackages(builder.getKnowledgePackages());
        return base;
    }

    private static KieBase executable(String drl) {
        KieServices services = KieServices.get();
        String version = UUID.nameUUIDFromBytes(drl.getBytes(UTF_8)).toString();
        ReleaseId id = services.newReleaseId("dev.plaindeal", "book", version);
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(id).write(FILE, drl);
        KieBuilder builder = services.newKieBuilder(files, FENCE).buildAll(ExecutableModelProject.class);
        try {
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException(builder.getResults().getMessages().toString());
            }
            return services.newKieContainer(id, FENCE).newKieBase(services.newKieBaseConfiguration(null, FENCE));
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }
}
