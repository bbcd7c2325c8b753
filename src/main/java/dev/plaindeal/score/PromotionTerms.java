package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.offer.StatementNames;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.NamedCurrencies;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.Markets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a promotion as structured terms where there is no basket: at the market's reference price, or above its highest
 * threshold where that is more.
 */
public final class PromotionTerms {

    private PromotionTerms() {}

    /**
     * The markets a promotion is for: those its rule names, else those whose currency it names, else {@code any}.
     *
     * @param promotion the promotion
     * @param markets the table of the rule book
     */
    public static List<String> markets(Promotion promotion, Markets markets) {
        TreeSet<String> named = new TreeSet<>();
        for (Condition condition : promotion.conditions()) {
            boolean lists = condition.operator() == Condition.Operator.IS || condition.operator() == Condition.Operator.IN;
            if (condition.field().equals("market") && lists) {
                condition.values().forEach(value -> named.add(String.valueOf(value)));
            }
        }
        if (named.isEmpty() && !allCurrencies(promotion)) {
            markets.named().stream()
                    .filter(view -> speaks(promotion, view.reference().currency()))
                    .forEach(view -> named.add(view.code()));
        }
        return named.isEmpty() ? List.of(Markets.ANY) : List.copyOf(named);
    }

    /** Without any amount it holds in every currency, so no market stands out. */
    private static boolean allCurrencies(Promotion promotion) {
        return speaks(promotion, Currency.of("CHF")) && speaks(promotion, Currency.of("KWD"));
    }

    private static boolean speaks(Promotion promotion, Currency currency) {
        return promotion.offers().stream().allMatch(terms -> NamedCurrencies.named(terms, currency));
    }

    /**
     * The terms in one market; empty when the promotion names no amount in the currency of the market's reference price.
     *
     * @param promotion the promotion
     * @param view the market
     * @param setting its clocks and law
     * @param policy its stacking policy, for the conventions
     * @param seen what its buyers see
     */
    public static Optional<PresentedTerms> in(
            Promotion promotion, MarketView view, MarketSetting setting, Policy policy, BuyerView seen) {
        Currency currency = view.reference().currency();
        if (!speaks(promotion, currency)) {
            return Optional.empty();
        }
        List<LayerTerms> layers = new ArrayList<>();
        List<dev.plaindeal.offer.OfferTerms> statements = promotion.offers();
        for (int i = 0; i < statements.size(); i++) {
            String name = StatementNames.in(promotion.id(), statements.get(i), i + 1, statements, currency);
            OfferPresentation.Surroundings around = new OfferPresentation.Surroundings(setting, LayerReach.ORDER, 1, false, name);
            layers.add(OfferPresentation.of(statements.get(i), statements.get(i).conventions(policy), currency, around));
        }
        return Optional.of(new PresentedTerms(context(view, layers).seenBy(seen), layers));
    }

    private static PresentedContext context(MarketView view, List<LayerTerms> layers) {
        Numeral price = ReferencePrice.of(Numeral.of(view.reference().major()), layers);
        return new PresentedContext(
                price, 1, view.reference().currency(), false, false, false, true, false, Select.ALL, view.code());
    }
}
