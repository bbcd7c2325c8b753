package dev.plaindeal.rules;

import dev.plaindeal.model.ChanceKind;
import dev.plaindeal.model.Condition;
import dev.plaindeal.model.Condition.Operator;
import dev.plaindeal.model.Promise;
import dev.plaindeal.model.Terms;
import dev.plaindeal.rules.WordBook.Said;
import java.util.List;
import java.util.Optional;

/** Says the words of a promotion's statements, each to a promise of its own; what a promise objects to is reported. */
final class PromiseReader {

    private final ChanceKind kind;
    private final int codeLength;
    private final List<String> eligibility;
    private final Findings findings;

    PromiseReader(ChanceKind kind, List<Condition> conditions, Findings findings) {
        this.kind = kind;
        this.codeLength = codeLength(conditions);
        this.eligibility = Eligibility.of(conditions);
        this.findings = findings;
    }

    /** The terms of a statement, or empty when it makes no sense. */
    Optional<Terms> terms(List<Said> words) {
        Promise promise = new Promise(kind, codeLength);
        promise.needs(eligibility);
        return say(words, promise) ? sealed(promise, words.get(0).at()) : Optional.empty();
    }

    /** Says the known words of a statement that has unknown ones too, for what can be found; always empty. */
    Optional<Terms> tried(List<Said> words) {
        say(words, new Promise(kind, codeLength));
        return Optional.empty();
    }

    private boolean say(List<Said> words, Promise promise) {
        boolean sense = true;
        for (Said word : words) {
            sense &= say(word, promise);
        }
        return sense;
    }

    private boolean say(Said word, Promise promise) {
        try {
            word.to(promise);
            return true;
        } catch (IllegalArgumentException sentence) {
            findings.error("no-sense", word.at(), word.name() + ": " + sentence.getMessage(), "");
            return false;
        }
    }

    private Optional<Terms> sealed(Promise promise, Spot at) {
        try {
            return Optional.of(promise.terms());
        } catch (IllegalArgumentException sentence) {
            findings.error("no-sense", at, "this offer makes no sense: " + sentence.getMessage(), "");
            return Optional.empty();
        }
    }

    /** The longest code that the buyer may have to type. */
    private static int codeLength(List<Condition> conditions) {
        return conditions.stream()
                .filter(c -> c.field().equals("code") && (c.operator() == Operator.IS || c.operator() == Operator.IN))
                .flatMap(condition -> condition.values().stream())
                .mapToInt(code -> ((String) code).length())
                .max()
                .orElse(0);
    }
}
