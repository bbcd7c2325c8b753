package dev.plaindeal.rules;

import dev.plaindeal.model.ChanceKind;
import dev.plaindeal.model.Condition;
import dev.plaindeal.model.Condition.Operator;
import dev.plaindeal.model.Promise;
import dev.plaindeal.model.Senseless;
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

    /**
     * The terms of a statement, or empty when it makes no sense.
     *
     * @param shared what the rule says once for all its statements
     */
    Optional<Terms> terms(List<Said> words, Optional<Promise> shared) {
        Promise promise = new Promise(kind, codeLength);
        promise.needs(eligibility);
        shared.ifPresent(promise::sharing);
        return say(words, promise) ? sealed(promise, words) : Optional.empty();
    }

    /** What statements without a saving say for all others, or empty when they make no sense. */
    Optional<Promise> shared(List<Said> words) {
        Promise promise = new Promise(kind, codeLength);
        if (!say(words, promise)) {
            return Optional.empty();
        }
        try {
            promise.requireShared(names(words));
            return Optional.of(promise);
        } catch (IllegalArgumentException sentence) {
            report(words, sentence);
            return Optional.empty();
        }
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
            findings.error("no-sense", word.at(), word.name() + ": " + sentence.getMessage(), hint(sentence));
            return false;
        }
    }

    private Optional<Terms> sealed(Promise promise, List<Said> words) {
        try {
            Terms terms = promise.terms();
            List<Senseless> idle = promise.idle(names(words), terms);
            idle.forEach(word -> report(words, word));
            return idle.isEmpty() ? Optional.of(terms) : Optional.empty();
        } catch (IllegalArgumentException sentence) {
            report(words, sentence);
            return Optional.empty();
        }
    }

    /** Where the word stands that makes no sense beside the others, or the statement where it is about all of it. */
    private void report(List<Said> words, IllegalArgumentException sentence) {
        String name = sentence instanceof Senseless slip ? slip.word() : "";
        Optional<Said> word = words.stream().filter(said -> said.name().equals(name)).reduce((one, later) -> later);
        findings.error(
                "no-sense",
                word.orElse(words.get(0)).at(),
                word.map(Said::name).orElse("this offer makes no sense") + ": " + sentence.getMessage(),
                hint(sentence));
    }

    /** What to write instead, where the sentence knows. */
    static String hint(IllegalArgumentException sentence) {
        return sentence instanceof Senseless slip ? slip.hint() : "";
    }

    private static List<String> names(List<Said> words) {
        return words.stream().map(Said::name).toList();
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
