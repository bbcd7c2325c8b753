package dev.plaindeal.model;

import dev.plaindeal.model.Chance.Promised;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chances to save in one basket, and the promises made for them.
 *
 * <p>For one evaluation by one thread.
 */
public final class Chances {

    private final List<Chance> all;
    private final List<Promised> promised;

    private Chances(List<Chance> all, List<Promised> promised) {
        this.all = all;
        this.promised = promised;
    }

    /**
     * Every chance in the basket: for the platform its basket, items, shipping and each code; for each store that sells
     * a line the same.
     */
    public static Chances in(Basket basket) {
        BasketFacts facts = BasketFacts.of(basket);
        List<Promised> sink = new ArrayList<>();
        List<String> codes = basket.codes().stream().map(Code::normal).toList();
        List<Chance> all = new ArrayList<>();
        all.add(new PlatformBasket(facts, sink));
        all.add(new PlatformItems(facts, sink));
        all.add(new PlatformShipping(facts, sink));
        for (String code : codes) {
            all.add(new PlatformCoupon(code, facts, sink));
        }
        for (Store store : sellers(basket)) {
            all.add(new StoreBasket(store, facts, sink));
            all.add(new StoreItems(store, facts, sink));
            all.add(new StoreShipping(store, facts, sink));
            for (String code : codes) {
                all.add(new StoreCoupon(store, code, facts, sink));
            }
        }
        return new Chances(all, sink);
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

    /** What rules have promised so far, in no meaningful order. */
    public List<Promised> promised() {
        return promised;
    }
}
