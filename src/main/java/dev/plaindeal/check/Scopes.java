package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.Spoken;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words that leave an offer nothing to work on: price bands upside down, names let in and shut out, other stores' items. */
final class Scopes implements Check {

    private static final Map<String, Function<Scope.Names, Set<String>>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("Stores", Scope.Names::stores);
        KINDS.put("Categories", Scope.Names::categories);
        KINDS.put("Brands", Scope.Names::brands);
        KINDS.put("Skus", Scope.Names::skus);
        KINDS.put("Tags", Scope.Names::tags);
    }

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            band(statement).ifPresent(found);
            KINDS.forEach((kind, names) -> shutOut(statement, kind, names).ifPresent(found));
            ownStore(statement).ifPresent(found);
            parts(statement, found);
            partsByCategory(statement, found);
        }
    }

    private static Optional<Problem> band(CheckedStatement statement) {
        Scope scope = statement.terms().scope();
        if (scope.unitPriceFrom().isEmpty() || scope.unitPriceTo().isEmpty()) {
            return Optional.empty();
        }
        Amounts low = scope.unitPriceFrom().get();
        Amounts high = scope.unitPriceTo().get();
        return low.codes().stream()
                .sorted()
                .map(Currency::of)
                .filter(in -> high.has(in) && low.minor(in) > high.minor(in))
                .findFirst()
                .map(in -> Problem.error(
                        "price-band",
                        statement.at("pricedBetween"),
                        "no item's price is between " + Savings.text(low.minor(in), in) + " and "
                                + Savings.text(high.minor(in), in),
                        "The lower price comes first."));
    }

    private static Optional<Problem> shutOut(CheckedStatement statement, String kind, Function<Scope.Names, Set<String>> names) {
        Set<String> only = names.apply(statement.terms().scope().only());
        Set<String> except = names.apply(statement.terms().scope().except());
        String both = only.stream().filter(except::contains).sorted().collect(Collectors.joining(", "));
        if (both.isEmpty()) {
            return Optional.empty();
        }
        String message = both + " is let in by only" + kind + " and shut out by except" + kind;
        return Optional.of(except.containsAll(only)
                ? Problem.error("scope-empty", statement.at("except" + kind), message + ", so nothing is left", "Delete one of them.")
                : Problem.warning("name-in-both", statement.at("except" + kind), message + "; an exception wins", "Delete one of them."));
    }

    private static Optional<Problem> ownStore(CheckedStatement statement) {
        Set<String> only = statement.terms().scope().only().stores();
        Optional<String> own = statement.promotion().kind().ofStore()
                ? statement.promotion().mustBe("store")
                : Optional.empty();
        return own.filter(store -> !only.isEmpty() && !only.contains(store)).map(store -> Problem.error(
                "scope-empty",
                statement.at("onlyStores"),
                "the rule is for the store " + store + ", and onlyStores does not name it, so nothing is left",
                "Delete onlyStores: the rule's own store is all it can touch."));
    }

    /** A part of a set whose every sku or category is out of scope can never be filled. */
    private static void parts(CheckedStatement statement, Consumer<Problem> found) {
        Set<String> only = statement.terms().scope().only().skus();
        Set<String> except = statement.terms().scope().except().skus();
        for (Spoken part : statement.all("setOf")) {
            boolean out = part.arguments().size() > 1
                    && names(part).stream().allMatch(sku -> except.contains(sku) || !only.isEmpty() && !only.contains(sku));
            if (out) {
                found.accept(Problem.error(
                        "set-never-complete",
                        part.at(),
                        "the offer does not reach any sku of this part, so no set is ever complete",
                        "Name skus that onlySkus lets in and exceptSkus does not shut out."));
            }
        }
    }

    /** A line may have other categories than those let in, but none that is shut out. */
    private static void partsByCategory(CheckedStatement statement, Consumer<Problem> found) {
        Set<String> except = statement.terms().scope().except().categories();
        for (Spoken part : statement.all("setOfCategories")) {
            if (except.containsAll(names(part))) {
                found.accept(Problem.error(
                        "set-never-complete",
                        part.at(),
                        "the offer shuts out every category of this part, so no set is ever complete",
                        "Name categories that exceptCategories does not shut out."));
            }
        }
    }

    private static List<String> names(Spoken part) {
        return Arrays.stream(part.text(1).split(",")).map(String::strip).toList();
    }
}
