package dev.plaindeal.rules;

import dev.plaindeal.model.Promotion;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One rule file, understood.
 *
 * @param file the file
 * @param rules its rules
 * @param problems what is wrong with it
 */
record ReadFile(RuleFile file, List<ReadRule> rules, List<Problem> problems) {

    ReadFile {
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
    record ReadRule(
            LoadedRule rule, Spot name, Optional<Promotion> promotion, List<List<WordBook.Said>> statements) {}
}
