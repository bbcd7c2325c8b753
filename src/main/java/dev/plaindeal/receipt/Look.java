package dev.plaindeal.receipt;

import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.stack.Lazy;
import dev.plaindeal.weights.BuyerView;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the whole stack looks to the buyer: simplicity and perceived bargain are two numbers, never one.
 *
 * <p>Immutable, thread-safe, and equal to every look that says the same. What a price needs nothing of is worked out when it is first
 * asked for.
 */
public final class Look {

    private final Lazy<SimplicityView> simplicity;
    private final DiscountDisplay shown;
    private final Lazy<Announced> announced;
    private final Lazy<Optional<BuyerView>> audience;

    /** The headline, and how large it makes the bargain feel. */
    record Announced(Headline headline, double bargain) {}

    Look(Supplier<SimplicityView> simplicity, DiscountDisplay shown, Supplier<Announced> announced, Supplier<Optional<BuyerView>> audience) {
        this.audience = new Lazy<>(audience);
        this.simplicity = new Lazy<>(simplicity);
        this.shown = shown;
        this.announced = new Lazy<>(announced);
    }

    /** A look that is known; the bargain is 0 to 100. */
    public Look(SimplicityView simplicity, DiscountDisplay shown, Headline headline, double bargain) {
        this(simplicity, shown, headline, bargain, Optional.empty());
    }

    /** A look that is known, and what buyers see, where it is told. */
    public Look(SimplicityView simplicity, DiscountDisplay shown, Headline headline, double bargain, Optional<BuyerView> audience) {
        this(() -> simplicity, shown, () -> new Announced(headline, bargain), () -> audience);
    }

    /** How hard the price to pay is to work out. */
    public SimplicityView simplicity() {
        return simplicity.get();
    }

    /** Layer by layer, or as one amount because the layers are below the market's simplicity floor. */
    public DiscountDisplay shown() {
        return shown;
    }

    /** The sentence to show. */
    public Headline headline() {
        return announced.get().headline();
    }

    /** Perceived bargain, 0 to 100, provisional. */
    public double bargain() {
        return announced.get().bargain();
    }

    /** What buyers see, which the simplicity is of; empty on receipts from before it was said. */
    public Optional<BuyerView> audience() {
        return audience.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Look look
                && shown == look.shown
                && audience().equals(look.audience())
                && simplicity().equals(look.simplicity())
                && announced.get().equals(look.announced.get());
    }

    @Override
    public int hashCode() {
        return Objects.hash(simplicity(), shown, announced.get(), audience());
    }

    @Override
    public String toString() {
        return "Look[simplicity=" + simplicity() + ", shown=" + shown + ", headline=" + headline() + ", bargain=" + bargain()
                + ", audience=" + audience() + "]";
    }
}
