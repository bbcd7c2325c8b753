package dev.plaindeal;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.score.Stopwatch;
import dev.plaindeal.stack.CheckoutPromotions;
import dev.plaindeal.stack.KnownCodes;
import dev.plaindeal.weights.AudienceChange;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.ViewAspect;
import dev.plaindeal.weights.ViewSettings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rule book says whatever the basket, worked out once. Thread-safe.
 *
 * <p>The table grows with the markets baskets name. Whatever is no ISO country shares one entry: rules can name countries
 * alone, so all such names are alike to them.
 */
final class MarketContexts {

    /** What goes by market and channel where no rule says it; language and currency go by the basket. */
    private static final Set<ViewAspect> BY_MARKET = Set.of(ViewAspect.PRICE_TO_PAY, ViewAspect.SUBTOTAL, ViewAspect.SPOKEN);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private final RuleBook book;
    private final RuleBook weighing;
    private final KnownCodes codes;
    private final CheckoutPromotions checkout;
    private final AudienceChange audience;
    private final Map<String, Map<Channel, MarketContext>> known = new ConcurrentHashMap<>();

    MarketContexts(RuleBook book) {
        this(book, AudienceChange.NONE);
    }

    private MarketContexts(RuleBook book, AudienceChange audience) {
        this.audience = audience;
        this.book = book;
        this.weighing = book.weighsSteps() ? book : Packed.book();
        this.codes = KnownCodes.of(book.promotions().values());
        this.checkout = CheckoutPromotions.of(book.promotions().values());
    }

    /** The packed rules, for folders that do not say how hard a buyer's steps are; loaded once. */
    private static final class Packed {
        private static @Nullable RuleBook book;

        /** Not in a static initialiser: where they cannot be read, whoever asks hears why, and each time. */
        static synchronized RuleBook book() {
            RuleBook loaded = book == null ? RuleBook.load(RuleFiles.packed()) : book;
            book = loaded;
            return loaded;
        }
    }

    /** The same for buyers who see what this says instead of what the rules say. */
    MarketContexts seenBy(AudienceChange other) {
        return new MarketContexts(book, other);
    }

    /** The same of another book. */
    MarketContexts of(RuleBook other) {
        return new MarketContexts(other, audience);
    }

    /** What is said of audiences in place of the rules. */
    AudienceChange audience() {
        return audience;
    }

    /** The codes its promotions ask for. */
    KnownCodes codes() {
        return codes;
    }

    /** Those of its promotions that ask for something the buyer can still choose. */
    CheckoutPromotions checkout() {
        return checkout;
    }

    /** What the rules say of markets. */
    Markets markets() {
        return weighing.markets();
    }

    MarketContext of(Basket basket) {
        return of(basket.market(), basket.channel());
    }

    MarketContext of(String named, Channel channel) {
        String market = COUNTRIES.contains(named) ? named : Markets.ANY;
        Map<Channel, MarketContext> byChannel = known.get(market);
        MarketContext ground = byChannel == null ? null : byChannel.get(channel);
        return ground == null ? enter(market, channel) : ground;
    }

    private ViewSettings view(String market, Channel channel) {
        return audience.of()
                .map(place -> said(place.market().isEmpty() ? market : place.market(), Channel.find(place.channel()).orElse(channel)))
                .orElseGet(() -> said(market, channel))
                .and(audience.settings());
    }

    private ViewSettings said(String market, Channel channel) {
        BuyerView usual = BuyerView.usual(market, channel.key());
        return ViewSettings.of(usual, BY_MARKET).and(weighing.view(market, channel)).and(book.view(market, channel));
    }

    private MarketContext enter(String market, Channel channel) {
        MarketContext ground = MarketContext.of(
                book.policy(market, channel),
                Stopwatch.of(weighing.weights(market, channel)),
                weighing.markets().of(market),
                weighing.markets().setting(market),
                view(market, channel));
        known.computeIfAbsent(market, m -> new ConcurrentHashMap<>()).put(channel, ground);
        return ground;
    }
}
