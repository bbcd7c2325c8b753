package dev.plaindeal.model;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What rules promise for one basket when plain Drools fires them: for whoever runs rule files in a session of his own
 * instead of asking the engine, which reads what a file promises once, at load.
 *
 * <p>Tell it which rule fires, from a listener of the session, and read {@link #offers()} when all have fired. A rule that
 * fires for one chance several times, once for each phone in the basket say, promises once.
 *
 * <p>Belongs to one thread.
 */
public final class Promises {

    /** A rule and what it was fired for; chances have no equals of their own, so each is itself. */
    private record Source(String rule, Chance chance) {}

    private final Map<Source, List<OfferBuilder>> statements = new HashMap<>();
    private final Set<Source> now = new HashSet<>();
    private String rule = "";

    /** The rule that fires next. */
    public void firing(String name) {
        rule = name;
        now.clear();
    }

    /**
     * Begins what a statement of the rule that fires says of a chance.
     *
     * @throws IllegalStateException when nobody said which rule fires
     */
    OfferBuilder begin(Chance chance) {
        if (rule.isEmpty()) {
            throw new IllegalStateException("say which rule fires, with firing(name), before it does");
        }
        OfferBuilder statement = new OfferBuilder(chance.kind(), chance.presentedCode().length());
        Source source = new Source(rule, chance);
        boolean saidBefore = statements.containsKey(source) && !now.contains(source);
        if (!saidBefore) {
            now.add(source);
            statements.computeIfAbsent(source, first -> new ArrayList<>()).add(statement);
        }
        return statement;
    }

    /**
     * Everything promised so far, sorted by promotion, store, code and part: what the engine finds for the same basket, but for
     * what only the text of a rule tells, which is how its own conditions read to the buyer and how long its longest code is.
     *
     * @throws IllegalArgumentException when statements do not go together
     */
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        statements.forEach((source, said) -> {
            List<OfferTerms> terms = terms(said);
            for (int part = 0; part < terms.size(); part++) {
                offers.add(new Offer(
                        source.rule(), part, terms.get(part), source.chance().storeId(), source.chance().presentedCode()));
            }
        });
        offers.sort(Offer.ORDER);
        return Collections.unmodifiableList(offers);
    }

    /** Statements that take something off, each with what the others say for all of them. */
    private static List<OfferTerms> terms(List<OfferBuilder> said) {
        Optional<OfferBuilder> forAll =
                said.stream().filter(one -> !one.takesSomethingOff()).reduce(OfferBuilder::joinedBy);
        List<OfferTerms> terms = new ArrayList<>();
        for (OfferBuilder statement : said) {
            if (statement.takesSomethingOff()) {
                forAll.ifPresent(statement::sharing);
                terms.add(statement.terms());
            }
        }
        return terms;
    }
}
