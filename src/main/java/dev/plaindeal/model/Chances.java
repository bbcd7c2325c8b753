package dev.plaindeal.model;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.basket.Store;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The chances to save in one basket.
 *
 * <p>Immutable.
 */
public final class Chances {

    private final List<Chance> all;
    private final Map<String, String> pools;
    private final BasketFacts facts;

    private Chances(List<Chance> all, Map<String, String> pools, BasketFacts facts) {
        this.all = List.copyOf(all);
        this.pools = pools;
        this.facts = facts;
    }

    /**
     * Every chance in the basket: for the platform its basket, items, shipping and each code; for each store that sells
     * a line the same.
     */
    public static Chances in(Basket basket) {
        return in(basket, CodeDirectory.NONE);
    }

    /**
     * The same where codes may belong to pools.
     *
     * @param directory asked once for each presented code
     * @throws ProblemException when it fails: whatever could be priced without its answer might be wrong
     */
    public static Chances in(Basket basket, CodeDirectory directory) {
        return in(basket, directory, new Promises());
    }

    /**
     * The same, to be put into a Drools session that fires rules.
     *
     * @param promises hears what the rules say
     * @throws ProblemException when the directory fails
     */
    public static Chances in(Basket basket, CodeDirectory directory, Promises promises) {
        return in(basket, pools(basket, codes(basket), directory), promises);
    }

    /** Those of the same codes when the buyer chooses something else; the directory is not asked again. */
    public Chances after(Basket changed) {
        return in(changed, pools, new Promises());
    }

    private static Chances in(Basket basket, Map<String, String> pools, Promises promises) {
        List<String> codes = codes(basket);
        BasketFacts facts = new BasketFacts(basket, pools, promises);
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
        return new Chances(all, pools, facts);
    }

    private static Map<String, String> pools(Basket basket, List<String> codes, CodeDirectory directory) {
        Map<String, String> pools = new HashMap<>();
        for (String code : codes) {
            pool(basket, code, directory).ifPresent(pool -> pools.put(code, pool));
        }
        return pools;
    }

    /** What a directory throws may quote the code, or be for programmers; it stays the cause and is not shown. */
    private static Optional<String> pool(Basket basket, String code, CodeDirectory directory) {
        try {
            return Objects.requireNonNull(directory.pool(code), "no answer");
        } catch (RuntimeException | VirtualMachineError failed) {
            ProblemException unknown = new ProblemException(List.of(Problem.error(
                    "code-directory-failed",
                    Place.of(basket.id()),
                    "the directory of codes could not say whether it knows a code of this basket, so the basket is not priced",
                    "Try again, or look what is wrong with the directory.")));
            unknown.initCause(failed);
            throw unknown;
        }
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
        for (dev.plaindeal.basket.Line line : basket.lines()) {
            selling.add(line.store());
        }
        List<Store> sellers = new ArrayList<>();
        for (Store store : basket.stores()) {
            if (selling.remove(store.id())) {
                sellers.add(store);
            }
        }
        for (dev.plaindeal.basket.Line line : basket.lines()) {
            if (selling.remove(line.store())) {
                sellers.add(Store.local(line.store()));
            }
        }
        return sellers;
    }

    /** The lines of the basket, for rules that ask for them. */
    public List<Line> lines() {
        return facts.lines();
    }

    /** Every chance, to be matched. */
    public List<Chance> all() {
        return all;
    }
}
