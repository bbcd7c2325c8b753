package dev.plaindeal.jmh;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** The floor of a start: a JVM that compiles rules with Drools and does nothing else. Needs no other class of ours. */
public final class CompileOnly {

    private CompileOnly() {}

    /** Compiles the file of rules named, and says how many there are. */
    public static void main(String[] args) throws IOException {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        String text = Files.readString(Path.of(args[0]));
        builder.add(ResourceFactory.newReaderResource(new StringReader(text), "UTF-8"), ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalStateException(builder.getErrors().toString());
        }
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
        base.addPackages(builder.getKnowledgePackages());
        int rules = base.getKiePackages().stream().mapToInt(one -> one.getRules().size()).sum();
        System.out.println(rules + " rules");
    }
}
