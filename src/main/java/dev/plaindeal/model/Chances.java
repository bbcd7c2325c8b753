package dev.plaindeal.model;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chances to save in one basket.
 *
 * <p>Immutable.
 */
public final class Chances {

    private final List<Chance> all;

    private Chances(List<Chance> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Every chance in the basket: for the platform its basket, items, shipping and each code; for each store that sells
     * a line the same.
     */
    public static Chances in(Basket basket) {
        BasketFacts facts = new BasketFacts(basket);
        List<String> codes = codes(basket);
        List<Chance> all = new ArrayList<>();
        all.add(new PlatformBasket(facts));
        all.add(new PlatformItems(facts));
        all.add(new PlatformShipping(facts));
        for (String code : codes) {
            all.add(new PlatformCoupon(code, facts));
        }
        for (Store store : sellers(basket)) {
            all.add(new StoreBasket(store, facts));
            all.add(new StoreItems(store, facts));
            all.add(new StoreShipping(store, facts));
            for (String code : codes) {
                all.add(new StoreCoupon(store, code, facts));
            }
        }
        return new Chances(all);
    }

    private static List<String> codes(Basket basket) {
        List<String> codes = new ArrayList<>(basket.codes().size());
        for (String typed : basket.codes()) {
            codes.add(Code.normal(typed));
        }
        return codes;
    }

    private static List<Store> sellers(Basket basket) {
        Set<String> selling = new HashSet<>();
        for (Line line : basket.lines()) {
            selling.add(line.store());
        }
        List<Store> sellers = new ArrayList<>();
        for (Store store : basket.stores()) {
            if (selling.remove(store.id())) {
                sellers.add(store);
            }
        }
        for (Line line : basket.lines()) {
            if (selling.remove(line.store())) {
                sellers.add(Store.local(line.store()));
            }
        }
        return sellers;
    }

    /** Every chance, to be matched. */
    public List<Chance> all() {
        return all;
    }
}
