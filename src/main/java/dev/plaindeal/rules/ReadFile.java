package dev.plaindeal.rules;

import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.drools.LoadedRule;
import dev.plaindeal.rules.grammar.SourceSpot;
import java.util.List;
import java.util.Optional;

/**
 * One rule file, understood.
 *
 * @param file the file
 * @param rules its rules
 * @param problems what is wrong with it
 */
public record ReadFile(RuleFile file, List<ReadRule> rules, List<Problem> problems) {

    public ReadFile {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /**
     * One rule, understood.
     *
     * @param rule what Drools has to know of it
     * @param name where its name stands
     * @param promotion the promotion it is, in the folder of promotions
     * @param statements what it says to the fact itself, in other folders
     */
    public record ReadRule(
            LoadedRule rule, SourceSpot name, Optional<Promotion> promotion, List<List<WordBook.Said>> statements) {}
}
