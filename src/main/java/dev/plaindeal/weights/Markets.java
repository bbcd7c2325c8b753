package dev.plaindeal.weights;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** All markets the rules describe. Immutable and thread-safe. */
public final class Markets {

    /** The code that stands for every market not named. */
    public static final String ANY = "any";

    private final Map<String, MarketView> byCode;
    private final MarketView any;
    private final Map<String, MarketSetting> settings;

    private Markets(Map<String, MarketView> byCode, MarketView any, Map<String, MarketSetting> settings) {
        this.byCode = byCode;
        this.any = any;
        this.settings = settings;
    }

    /**
     * The table of these markets.
     *
     * @throws IllegalArgumentException with a sentence when one is described twice, {@code any} is missing, or
     *     {@code any} is more tolerant than the strictest of the others
     */
    public static Markets of(Collection<MarketView> views) {
        Map<String, MarketView> byCode = new TreeMap<>();
        for (MarketView view : views) {
            if (byCode.putIfAbsent(view.code(), view) != null) {
                throw new IllegalArgumentException("market " + view.code() + " is described twice");
            }
        }
        if (!byCode.containsKey(ANY)) {
            throw new IllegalArgumentException("no rule describes the market \"any\"");
        }
        MarketView any = byCode.remove(ANY);
        double strictest = views.stream()
                .min(Comparator.comparingDouble(MarketView::tolerance))
                .orElse(any)
                .tolerance();
        if (any.tolerance() > strictest) {
            throw new IllegalArgumentException(
                    "an unknown market is treated as the strictest: \"any\" has tolerance " + strictest + " at most");
        }
        return new Markets(byCode, any, Map.of());
    }

    /** The same with what the rules say of clocks and law, by market; where they say nothing it is as usual. */
    public Markets with(Map<String, MarketSetting> said) {
        return new Markets(byCode, any, Map.copyOf(said));
    }

    /** What the rules say about this market, or about any market when they do not name it. */
    public MarketView of(String code) {
        return byCode.getOrDefault(code, any);
    }

    /** What is so in this market, whether the rules describe its buyers or not. */
    public MarketSetting setting(String code) {
        MarketSetting said = settings.get(code);
        return said == null ? MarketSetting.usual(code) : said;
    }

    /** The markets named, by code, without {@code any}. */
    public Collection<MarketView> named() {
        return java.util.Collections.unmodifiableCollection(byCode.values());
    }
}
