package dev.plaindeal.model;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Client;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every chance of one basket shares.
 *
 * <p>Immutable. What is in the basket is gathered when a rule first asks, because few do; two threads that ask at once
 * gather the same.
 */
final class BasketFacts {

    private final Basket basket;
    private final Map<String, String> poolByCode;
    private final Promises promises;
    private @Nullable Contents contents;

    /** {@code poolByCode} is the pool of each presented code, in normal form, that belongs to one. */
    BasketFacts(Basket basket, Map<String, String> poolByCode, Promises promises) {
        this.basket = basket;
        this.poolByCode = poolByCode;
        this.promises = promises;
    }

    List<Line> lines() {
        return basket.lines().stream().map(Line::new).toList();
    }

    Promises promises() {
        return promises;
    }

    String pool(String code) {
        return poolByCode.getOrDefault(code, "");
    }

    String market() {
        return basket.market();
    }

    String currency() {
        return basket.currency().code();
    }

    String channel() {
        return basket.channel().key();
    }

    String locale() {
        return basket.locale();
    }

    Buyer buyer() {
        return basket.buyer();
    }

    String shippingMethod() {
        return basket.shippingMethod();
    }

    String paymentMethod() {
        return basket.paymentMethod();
    }

    String client() {
        return basket.client().map(Client::key).orElse("");
    }

    Attributes attributes() {
        return basket.attributes();
    }

    Collection<String> skus() {
        return contents().skus();
    }

    Collection<String> categories() {
        return contents().categories();
    }

    Collection<String> brands() {
        return contents().brands();
    }

    Collection<String> tags() {
        return contents().tags();
    }

    private Contents contents() {
        Contents known = contents;
        if (known == null) {
            known = Contents.of(basket.lines());
            contents = known;
        }
        return known;
    }

    /** What is in the basket, by name. */
    private record Contents(Set<String> skus, Set<String> categories, Set<String> brands, Set<String> tags) {

        static Contents of(List<dev.plaindeal.basket.Line> lines) {
            Set<String> skus = new HashSet<>();
            Set<String> categories = new HashSet<>();
            Set<String> brands = new HashSet<>();
            Set<String> tags = new HashSet<>();
            for (dev.plaindeal.basket.Line line : lines) {
                skus.add(line.sku());
                categories.add(line.category());
                categories.addAll(line.categories());
                tags.addAll(line.tags());
                brands.add(line.brand());
            }
            return new Contents(Set.copyOf(skus), Set.copyOf(categories), Set.copyOf(brands), Set.copyOf(tags));
        }
    }
}
