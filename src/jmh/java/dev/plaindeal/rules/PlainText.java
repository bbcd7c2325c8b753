package dev.plaindeal.rules;

import dev.plaindeal.rules.drools.DrlWriter;
import dev.plaindeal.rules.drools.LoadedRule;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rules folder as one text that Drools alone can compile: every rule's conditions, with nothing after {@code then}. */
public final class PlainText {

    private PlainText() {}

    /** The text of all rules of a folder, in the form Drools itself reads. */
    public static String of(Path folder) {
        RulesReading reading = new RulesReading(
                RuleFiles.folder(folder), RuleFolder.ALL, Map.of());
        List<LoadedRule> rules = new ArrayList<>();
        reading.requireSound().rules().values().forEach(inFolder -> rules.addAll(RulesReading.loaded(inFolder)));
        return DrlWriter.render(rules);
    }
}
