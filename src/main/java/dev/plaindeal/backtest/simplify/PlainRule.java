package dev.plaindeal.backtest.simplify;

import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleLayout;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.rules.grammar.RuleParser;
import dev.plaindeal.rules.grammar.RuleTree;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule file of a replacement: what the old file says of whom it is for, of which goods, when, out of whose money and how often stays,
 * what makes it hard to understand goes.
 */
final class PlainRule {

    /** Of a code: nobody has to type one any more. */
    private static final Set<String> OF_CODES = Set.of("code", "codePool");

    /** Words that stay: goods, dates, who pays, what it stands beside, how often and out of how much. */
    static final Set<String> CARRIED = Set.of(
            "onlyStores", "onlyCategories", "onlyBrands", "onlySkus", "onlyTags", "exceptStores", "exceptCategories", "exceptBrands", "exceptSkus",
            "exceptTags", "notOnReduced", "pricedBetween", "pricedFrom", "pricedTo", "neverBelow",
            "from", "until", "onWeekdays", "onDaysOfMonth", "betweenHours", "validForDays", "inMonthOf", "onDayOf", "datesNotShown",
            "paidByPlatform", "paidByStore", "platformPays", "platformPaysUpTo", "eligible",
            "exclusive", "alwaysHolds", "group", "notWith", "order",
            "limitPerBuyer", "limitPerStore", "limitInAll", "budget", "sharedBudget", "budgetPerStore", "budgetPerBuyer",
            "roundEachItem", "roundEachLine", "roundOnce", "roundThePrice", "rounding", "spareCent", "spread");

    /** Words that go: what is taken off, what has to be reached for it, and how it is got. */
    static final Set<String> LEFT = Set.of(
            "percentOff", "amountOff", "amountOffEach", "amountOffEachLine", "nowPrice", "forPrice", "tier", "mayFall", "every", "setOf",
            "setOfCategories", "setTier", "nthItem", "nthOfSet", "buyGet", "buyingSkus", "buyingCategories", "gettingSkus", "gettingCategories",
            "cheapestOff", "freeShipping", "shippingOff", "shippingFor", "gift", "worth", "giftsPer",
            "whenSpending", "whenSpendingMoreThan", "whenBuying", "whenOrderSpends", "whenOrderBuys", "whenSpendingAtMost", "whenBuyingAtMost",
            "countingEverything", "countingOthers", "countingSkus", "countingCategories", "eachLineAlone", "eachAlone", "measuredOn", "percentOf",
            "atMost", "upTo", "itemsPerLine", "itemsPerOrder", "itemsPer", "cheapestFirst", "dearestFirst", "firstInBasket",
            "asCashback", "asPoints", "asVoucher", "paidFromBalance", "inStepsOf", "automatic", "tickedBox", "collected", "typedIn", "smallPrint",
            "inLayer", "announced", "limitPerCode", "limitItemsPerBuyer", "limitItemsPerStore", "limitItemsInAll");

    private final RuleNode rule;
    private final List<String> carried;

    private PlainRule(RuleNode rule, List<String> carried) {
        this.rule = rule;
        this.carried = carried;
    }

    /** Of an old rule file; empty where a plain one could not say the same of whom it is for, or its statements say it differently. */
    static Optional<PlainRule> of(String path, String text) {
        RuleLines source = new RuleLines(path, text);
        RuleTree tree = RuleParser.parse(source, "promotions", new FileProblems(source));
        if (tree.rules().size() != 1) {
            return Optional.empty();
        }
        RuleNode rule = tree.rules().get(0);
        boolean ofOthers = !rule.lines().isEmpty() || rule.pattern().constraints().stream().anyMatch(asked -> asked.reference().isPresent());
        return ofOthers ? Optional.empty() : carried(rule).map(words -> new PlainRule(rule, words));
    }

    /** Each word once; one said twice with something else belongs to a part of the promotion, which the plain one does not have. */
    private static Optional<List<String>> carried(RuleNode rule) {
        Map<String, String> said = new LinkedHashMap<>();
        List<Call> calls = rule.statements().stream().flatMap(statement -> statement.calls().stream())
                .filter(call -> CARRIED.contains(call.word().text())).toList();
        for (Call call : calls) {
            String before = said.putIfAbsent(call.word().text(), written(call));
            if (before != null && !before.equals(written(call))) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(said.values()));
    }

    private static String written(Call call) {
        return call.word().text() + "(" + written(call.arguments()) + ")";
    }

    private static String written(List<Literal> literals) {
        return literals.stream().map(PlainRule::written).collect(Collectors.joining(", "));
    }

    /** A text holds no quotes and no escapes. */
    private static String written(Literal literal) {
        return literal.value() instanceof String text ? '"' + text + '"' : String.valueOf(literal.value());
    }

    private static String written(Constraint asked) {
        String values = written(asked.values());
        String operator = asked.operator().text();
        return asked.field().text() + " " + operator + " " + (operator.endsWith("in") ? "(" + values + ")" : values);
    }

    /**
     * The file.
     *
     * @param id of the new promotion
     * @param saving what it takes off
     * @param says the sentence at its top
     */
    String text(String id, FlatSaving saving, String says) {
        String fact = rule.pattern().fact().text().replace("Coupon", "Basket");
        List<String> words = new ArrayList<>(List.of(saving.words()));
        words.addAll(carried);
        String text = """
                // %s
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    $basket : %s( %s )
                then
                    $basket.%s;
                end
                """.formatted(says, id, fact, rule.pattern().constraints().stream()
                        .filter(asked -> !OF_CODES.contains(asked.field().text()))
                        .map(PlainRule::written)
                        .collect(Collectors.joining(", ")), String.join(".", words));
        return RuleLayout.of(id, text.getBytes(StandardCharsets.UTF_8)).text();
    }
}
