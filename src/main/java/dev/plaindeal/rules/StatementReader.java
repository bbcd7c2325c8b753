package dev.plaindeal.rules;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.LineSentences;
import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.problem.Senseless;
import dev.plaindeal.rules.WordBook.Said;
import dev.plaindeal.rules.grammar.FileProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says the words of a promotion's statements, each to a promise of its own; what a promise objects to is reported. */
final class StatementReader {

    /** Letters of a code that the command {@code codes make} makes, unless it is told otherwise. */
    private static final int OF_A_POOL = 12;

    private final ChanceKind kind;
    private final int codeLength;
    private final boolean isOfPool;
    private final List<String> eligibility;
    private final FileProblems findings;

    StatementReader(ChanceKind kind, List<Condition> conditions, List<LinePattern> lines, FileProblems findings) {
        this.kind = kind;
        this.codeLength = codeLength(conditions);
        this.isOfPool = named(conditions, ChanceField.CODE).findAny().isEmpty()
                && named(conditions, ChanceField.CODE_POOL).findAny().isPresent();
        this.eligibility = new ArrayList<>(ChanceField.eligibility(conditions));
        eligibility.addAll(LineSentences.of(lines));
        this.findings = findings;
    }

    /**
     * The terms of a statement, or empty when it makes no sense.
     *
     * @param shared what the rule says once for all its statements
     */
    Optional<OfferTerms> terms(List<Said> words, Optional<OfferBuilder> shared) {
        OfferBuilder promise = new OfferBuilder(kind, codeLength);
        promise.needs(eligibility);
        shared.ifPresent(promise::sharing);
        return say(words, promise) ? sealed(promise, words) : Optional.empty();
    }

    /** What statements without a saving say for all others, or empty when they make no sense. */
    Optional<OfferBuilder> shared(List<Said> words) {
        OfferBuilder promise = new OfferBuilder(kind, codeLength);
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
    Optional<OfferTerms> tried(List<Said> words) {
        say(words, new OfferBuilder(kind, codeLength));
        return Optional.empty();
    }

    private boolean say(List<Said> words, OfferBuilder promise) {
        boolean sense = true;
        for (Said word : words) {
            sense &= say(word, promise);
        }
        return sense;
    }

    private boolean say(Said word, OfferBuilder promise) {
        try {
            word.to(promise);
            return true;
        } catch (IllegalArgumentException sentence) {
            findings.error("no-sense", word.at(), word.name() + ": " + sentence.getMessage(), Senseless.hint(sentence));
            return false;
        }
    }

    private Optional<OfferTerms> sealed(OfferBuilder promise, List<Said> words) {
        try {
            OfferTerms terms = promise.terms();
            List<Senseless> idle = new ArrayList<>(promise.idle(names(words), terms));
            if (isOfPool && names(words).contains("announced")) {
                idle.add(Senseless.at("announced", "which code of a pool a buyer may have meant is never told", "Delete it."));
            }
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
                Senseless.hint(sentence));
    }

    private static List<String> names(List<Said> words) {
        return words.stream().map(Said::name).toList();
    }

    /** The longest code that the buyer may have to type; one of a pool is not known here, so it is taken to be as they are made. */
    private static int codeLength(List<Condition> conditions) {
        return named(conditions, ChanceField.CODE)
                .mapToInt(String::length)
                .max()
                .orElseGet(() -> named(conditions, ChanceField.CODE_POOL).findAny().isPresent() ? OF_A_POOL : 0);
    }

    private static Stream<String> named(List<Condition> conditions, ChanceField field) {
        return conditions.stream()
                .filter(c -> c.field().equals(field.key()) && (c.operator() == Operator.IS || c.operator() == Operator.IN))
                .flatMap(condition -> condition.values().stream())
                .map(String::valueOf);
    }
}
