package dev.plaindeal.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rules folder as one text that Drools alone can compile: every rule's conditions, with nothing after {@code then}. */
public final class PlainText {

    private PlainText() {}

    /** The text of all rules of a folder, in the form Drools itself reads. */
    public static String of(Path folder) {
        Reading reading = new Reading(
                RuleFiles.folder(folder), Vocabulary.ALL, new FactFields(Vocabulary.ALL), Map.of());
        List<LoadedRule> rules = new ArrayList<>();
        reading.requireSound().rules().values().forEach(inFolder -> rules.addAll(Reading.loaded(inFolder)));
        return Drl.render(rules);
    }
}
