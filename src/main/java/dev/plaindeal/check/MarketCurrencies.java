package dev.plaindeal.check;

import dev.plaindeal.check.CheckedStatement.Sum;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.PriceField;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.AskedLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Amounts that lack the currency of a market the rule names: the promotion could never hold there. */
final class MarketCurrencies implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        MarketMoney money = new MarketMoney(desk.book());
        for (CheckedStatement statement : desk.statements()) {
            Map<String, String> needed = needed(statement.promotion(), money);
            statement.sums().forEach(sum -> look(sum, needed, found));
        }
        for (Promotion promotion : desk.promotions()) {
            Map<String, String> needed = needed(promotion, money);
            List<AskedLine> texts = desk.text(promotion).lines();
            for (int i = 0; i < promotion.lines().size(); i++) {
                look(promotion.lines().get(i), texts.get(i), needed, found);
            }
        }
    }

    /** In a currency that is not named no line is priced so, whether it should be or must not. */
    private static void look(LinePattern line, AskedLine text, Map<String, String> needed, Consumer<Problem> found) {
        for (Condition condition : line.conditions()) {
            PriceField.find(condition.field()).ifPresent(price -> {
                Sum sum = new Sum(price.amounts(), text.at(condition.field()), price.bound().key());
                look(sum, "no line is priced so there", needed, found);
            });
        }
    }

    /** The currencies needed, each with what asks for it. A currency the rule asks for stands above its markets'. */
    static Map<String, String> needed(Promotion promotion, MarketMoney money) {
        Map<String, String> needed = new LinkedHashMap<>();
        for (String code : NamedValues.in(promotion, "currency")) {
            needed.put(code, "the rule asks for " + code);
        }
        if (needed.isEmpty()) {
            for (String market : NamedValues.in(promotion, "market")) {
                money.of(market).ifPresent(code ->
                        needed.merge(code, market + " pays in " + code, (one, other) -> market + ", " + one));
            }
        }
        return needed;
    }

    private static void look(Sum sum, Map<String, String> needed, Consumer<Problem> found) {
        look(sum, "the promotion never holds there", needed, found);
    }

    private static void look(Sum sum, String so, Map<String, String> needed, Consumer<Problem> found) {
        List<String> missing =
                needed.keySet().stream().filter(code -> !sum.amounts().codes().contains(code)).toList();
        if (!missing.isEmpty()) {
            String why = String.join("; ", missing.stream().map(needed::get).toList());
            found.accept(Problem.error(
                    "missing-currency",
                    sum.at(),
                    sum.word() + " names no amount in " + String.join(" and ", missing) + ", so " + so + ": " + why,
                    "Add it behind a comma; amounts are never converted."));
        }
    }
}
