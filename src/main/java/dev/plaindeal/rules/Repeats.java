package dev.plaindeal.rules;

import dev.plaindeal.model.Word.Often;
import dev.plaindeal.model.Word;
import dev.plaindeal.rules.WordBook.Said;
import dev.plaindeal.rules.grammar.FileProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words said again that settle what is settled already: of two that differ nobody could tell which one is meant. */
final class Repeats {

    private static final Set<String> OF_SET = Set.of("nthItem", "cheapestOff");

    private final FileProblems findings;
    private final Map<String, Said> settled = new HashMap<>();
    private final List<Said> added = new ArrayList<>();
    private boolean any;

    Repeats(FileProblems findings) {
        this.findings = findings;
    }

    /** Reports each of these words that says again what one of them says before it; whether there was any. */
    static boolean refuse(List<Said> words, FileProblems findings) {
        Repeats repeats = new Repeats(findings);
        words.forEach(repeats::hear);
        return repeats.any;
    }

    private void hear(Said said) {
        if (said.word().often() == Often.ONCE) {
            Said first = settled.putIfAbsent(said.topic(), said);
            if (first != null) {
                refuse(said, first);
            }
        } else if (said.word().often() == Often.EACH_DIFFERENT) {
            if (added.stream().anyMatch(said::saysTheSameAs)) {
                error(said, "the very same is said twice", "Delete one of the two.");
            }
            added.add(said);
        }
    }

    private void refuse(Said again, Said first) {
        String what = again.word().settles().isEmpty() ? "it" : again.word().settles();
        String by = again.name().equals(first.name()) ? "" : ", first by " + first.name();
        error(again, what + " is said twice" + by, again.word().settles().equals(Word.SAVING) ? secondSaving(again, first) : second(again));
    }

    private static String secondSaving(Said again, Said first) {
        return OF_SET.contains(again.name()) && OF_SET.contains(first.name())
                ? "Several items of one set, each with its own saving: nthOfSet(2, \"50%\").nthOfSet(3, \"100%\")."
                : "A second saving is a statement of its own, with its own words.";
    }

    /** A most behind each tier was meant to be the tier's own. */
    private String second(Said again) {
        Optional<Said> tier = added.stream().filter(one -> one.name().equals("tier")).reduce((one, later) -> later);
        return again.name().equals("atMost") && tier.isPresent() && tier.get().arguments().length == 2
                ? "A most for one tier stands in the tier: tier(" + written(tier.get().arguments()[0]) + ", "
                        + written(tier.get().arguments()[1]) + ", " + written(again.arguments()[0]) + ")."
                : "Delete one of the two.";
    }

    private static String written(Object argument) {
        return argument instanceof String text ? "\"" + text + "\"" : argument.toString();
    }

    private void error(Said said, String sentence, String hint) {
        any = true;
        findings.error("no-sense", said.at(), said.name() + ": " + sentence, hint);
    }
}
