package dev.plaindeal.model;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Code;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One chance to save: what a promotion's rule matches. It carries all a rule may ask, so that one pattern is enough
 * and an equality on its first field finds the rule whatever the number of rules.
 *
 * <p>Immutable, and not changed by the words said to it, which are kept in {@link Promises}. A rule that matches it only
 * promises its offer for it: no rule sees another's offer, so the order of firing cannot matter.
 */
public abstract class Chance extends PromotionWords {

    private final ChanceKind kind;
    private final String store;
    private final String code;
    private final BasketFacts basket;

    Chance(ChanceKind kind, String store, String code, BasketFacts basket) {
        this.kind = kind;
        this.store = store;
        this.code = code;
        this.basket = basket;
    }

    /** Each statement of a rule begins an offer of its own. */
    @Override
    public final OfferBuilder offer() {
        return basket.promises().begin(this);
    }

    /** Which kind of chance this is. */
    public final ChanceKind kind() {
        return kind;
    }

    /** The store it belongs to, empty for the platform's. */
    public final String storeId() {
        return store;
    }

    /** The presented code in {@linkplain Code#normal normal form}, empty where there is none. */
    public final String presentedCode() {
        return code;
    }

    /** The pool the presented code belongs to, empty where there is none. */
    public final String pool() {
        return basket.pool(code);
    }

    /** ISO 3166 country the buyer shops in. */
    public final String getMarket() {
        return basket.market();
    }

    /** ISO 4217 code of the basket's prices. */
    public final String getCurrency() {
        return basket.currency();
    }

    /** {@code live}, {@code short-video}, {@code shelf} or {@code independent-site}. */
    public final String getChannel() {
        return basket.channel();
    }

    /** The buyer's language and region, BCP 47. */
    public final String getLocale() {
        return basket.locale();
    }

    /** Whether this is the buyer's first order. */
    public final boolean isNewBuyer() {
        return basket.buyer().isNew();
    }

    /** How many orders the buyer placed before. */
    public final int getPriorOrders() {
        return basket.buyer().priorOrders();
    }

    /** The host's groups the buyer belongs to. */
    public final Collection<String> getSegments() {
        return basket.buyer().segments();
    }

    /** How the basket is shipped, empty when not told. */
    public final String getShippingMethod() {
        return basket.shippingMethod();
    }

    /** How the basket is paid, by the host's own key; empty when not told. */
    public final String getPaymentMethod() {
        return basket.paymentMethod();
    }

    /** {@code app} or {@code web}, empty when not told. */
    public final String getClient() {
        return basket.client();
    }

    /** Every sku in the basket. */
    public final Collection<String> getSkus() {
        return basket.skus();
    }

    /** Every category in the basket; of a line of several all of them. */
    public final Collection<String> getCategories() {
        return basket.categories();
    }

    /** Every brand in the basket. */
    public final Collection<String> getBrands() {
        return basket.brands();
    }

    /** Every tag in the basket. */
    public final Collection<String> getTags() {
        return basket.tags();
    }

    /** What the host tells of the basket, the buyer or a chance's store under a name of its own; empty when no text is told. */
    public final String text(String attribute) {
        return told(attribute).text(attribute);
    }

    /** The same of a number; null when none is told, which Drools takes to be other than any, and neither below nor above. */
    public final @Nullable Integer number(String attribute) {
        return told(attribute).number(attribute).orElse(null);
    }

    /** The same of a yes or no; no when it is not told. */
    public final boolean flag(String attribute) {
        return told(attribute).flag(attribute);
    }

    /** Where this name is told: rule files declare it of one owner alone. */
    Attributes told(String attribute) {
        return basket.attributes().byName().containsKey(attribute) ? basket.attributes() : basket.buyer().attributes();
    }

    /** Whether it meets a condition; the same answer Drools gives. */
    public final boolean meets(Condition condition) {
        return condition.attribute().map(attribute -> condition.meets(value(attribute)))
                .orElseGet(() -> meetsField(condition));
    }

    /** What it holds of an attribute, null for a number that is not told. */
    public final @Nullable Object value(DeclaredAttribute attribute) {
        return switch (attribute.field().type()) {
            case TEXT -> text(attribute.name());
            case NUMBER -> number(attribute.name());
            case FLAG -> flag(attribute.name());
        };
    }

    private boolean meetsField(Condition condition) {
        return ChanceField.of(condition).value(this).filter(condition::meets).isPresent();
    }
}
