package dev.plaindeal.weights;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a buyer sees of a deal: all that is so of it. Immutable and thread-safe.
 *
 * @param aspects what is so; what is not here is not so
 */
public record BuyerView(Set<ViewAspect> aspects) {

    private static final String LIVE = "live";
    private static final String SHORT_VIDEO = "short-video";

    /** Copies the set. */
    public BuyerView {
        Set<ViewAspect> copy = EnumSet.noneOf(ViewAspect.class);
        copy.addAll(aspects);
        aspects = Collections.unmodifiableSet(copy);
    }

    /** With just these. */
    public static BuyerView of(ViewAspect... aspects) {
        return new BuyerView(Set.of(aspects));
    }

    /**
     * What is taken to be so where no rule says it: in Britain and the EU the price to pay and the subtotal are shown, elsewhere
     * the subtotal where there is a page to show it on; a live stream is heard; language and currency are the buyer's own. That
     * Britain and the EU show the price is a product decision; their law pushes the same way (DMCC Act, Directive 98/6/EC).
     *
     * <p>Worked example: {@code US} and {@code live} is heard, in the buyer's language and currency, and shows neither the
     * subtotal nor the price to pay; {@code GB} and {@code shelf} is read and shows both.
     *
     * @param market ISO 3166 code
     * @param channel the channel as rules name it
     */
    public static BuyerView usual(String market, String channel) {
        boolean shows = market.equals("GB") || UsualSettings.isInEuropeanUnion(market);
        boolean page = !channel.equals(LIVE) && !channel.equals(SHORT_VIDEO);
        return of(ViewAspect.OWN_LANGUAGE, ViewAspect.OWN_CURRENCY)
                .with(ViewAspect.PRICE_TO_PAY, shows)
                .with(ViewAspect.SUBTOTAL, shows || page)
                .with(ViewAspect.SPOKEN, channel.equals(LIVE));
    }

    /** Whether this is so. */
    public boolean has(ViewAspect aspect) {
        return aspects.contains(aspect);
    }

    /** The same but for one aspect, which is so or not. */
    public BuyerView with(ViewAspect aspect, boolean so) {
        if (has(aspect) == so) {
            return this;
        }
        Set<ViewAspect> changed = EnumSet.of(aspect);
        changed.addAll(aspects);
        if (!so) {
            changed.remove(aspect);
        }
        return new BuyerView(changed);
    }

    /** The stable words of what is so, in their order. */
    public List<String> keys() {
        return aspects.stream().map(ViewAspect::key).toList();
    }

    /** For people: {@code price to pay not shown, subtotal shown, own language, own currency, read}. */
    public String sentence() {
        return Arrays.stream(ViewAspect.values())
                .map(aspect -> has(aspect) ? aspect.so() : aspect.notSo())
                .collect(Collectors.joining(", "));
    }
}
