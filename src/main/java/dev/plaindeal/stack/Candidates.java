package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.OfferBound;
import dev.plaindeal.price.OfferBounds;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The offers of one basket put in the order they apply, with who stands in whose way. Immutable. */
final class Candidates {

    /** The order of offers that nothing else decides. */
    static final Comparator<Offer> NAMES = Comparator.comparing(Offer::promotion)
            .thenComparingInt(Offer::part)
            .thenComparing(Offer::store)
            .thenComparing(Offer::code);

    private static final boolean[] NOTHING = new boolean[0];

    private final PricedBasket goods;
    private final Policy policy;
    private final List<Candidate> all;
    private final Together together;
    private final int[] capacity;
    private final int slotsPerLayer;
    private final boolean finals;
    private final Map<String, Long> budgets;
    private final Funds funds;
    private final StatementGroups groups;
    private final boolean[] onSale;

    private Candidates(
            PricedBasket goods,
            Policy policy,
            List<Candidate> all,
            Together together,
            Map<String, Long> budgets,
            Funds funds,
            boolean[] onSale) {
        this.groups = StatementGroups.of(all);
        this.onSale = onSale;
        this.goods = goods;
        this.policy = policy;
        this.budgets = budgets;
        this.funds = funds;
        this.all = all;
        this.together = together;
        this.slotsPerLayer = goods.size() + goods.basket().shipping().size() + 1;
        this.capacity = new int[Layer.values().length];
        for (Layer layer : Layer.values()) {
            capacity[layer.ordinal()] = policy.in(layer).keeps();
        }
        this.finals = measureFinal(all);
    }

    private static boolean measureFinal(List<Candidate> all) {
        for (Candidate candidate : all) {
            if (measuresFinal(candidate)) {
                return true;
            }
        }
        return false;
    }

    static Candidates of(PricedBasket goods, List<Offer> offers, Policy policy) {
        int[] rank = new int[Layer.values().length];
        for (int i = 0; i < rank.length; i++) {
            rank[policy.order().get(i).ordinal()] = i;
        }
        List<Offer> ordered = new ArrayList<>(offers);
        ordered.sort((one, other) -> inTurn(rank, one, other));
        int[] stores = stores(goods);
        List<Candidate> all = new ArrayList<>();
        for (Offer offer : ordered) {
            Conventions conventions = offer.terms().conventions(policy);
            boolean[] admitted = goods.admitted(offer);
            OfferBound bound = OfferBounds.of(goods, offer, conventions, admitted);
            all.add(new Candidate(offer, conventions, slots(goods, offer, stores, admitted), bound, admitted));
        }
        Together together = Together.of(ordered, policy.apart());
        Map<String, Long> budgets = StackLimits.budgets(goods.basket(), offers);
        Funds funds = Funds.of(goods.basket(), offers);
        Candidates plain = new Candidates(goods, policy, all, together, budgets, funds, NOTHING);
        boolean[] onSale = OnSale.lines(plain);
        return onSale.length == 0 ? plain : new Candidates(goods, policy, all, together, budgets, funds, onSale);
    }

    private static int inTurn(int[] rank, Offer one, Offer other) {
        int order = Integer.compare(rank[one.terms().layer().ordinal()], rank[other.terms().layer().ordinal()]);
        order = order != 0 ? order : Integer.compare(one.terms().combining().order(), other.terms().combining().order());
        return order != 0 ? order : NAMES.compare(one, other);
    }

    Candidates only(List<Candidate> some) {
        Map<Candidate, Integer> placeOf = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            placeOf.put(all.get(i), i);
        }
        int[] places = some.stream().mapToInt(placeOf::get).toArray();
        return new Candidates(goods, policy, some, together.only(places), budgets, funds, onSale);
    }

    static boolean measuresFinal(Candidate candidate) {
        return candidate.conventions().thresholdOn() == Basis.FINAL;
    }

    /** Whether the slots of a layer go by what an offer takes money off, line by line or fee by fee. */
    static boolean slotsGoByMoney(Layer layer) {
        return layer.slot().isTakenByMoney();
    }

    /** The slots it holds where it takes this: what it only counts, and what it takes nothing off, is free for others. */
    int[] slotsOf(Candidate candidate, Taken money) {
        return switch (candidate.layer().slot()) {
            case LINE -> places(money.byLine());
            case FEE -> places(money.byFee());
            case STORE, BASKET -> candidate.slots();
        };
    }

    private static int[] places(long[] shares) {
        int[] places = new int[shares.length];
        int count = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                places[count++] = i;
            }
        }
        return count == places.length ? places : Arrays.copyOf(places, count);
    }

    /** The number of its promotion among those of which several statements are here, -1 where it is the only one. */
    int group(int index) {
        return groups.of(index);
    }

    /** How many promotions have several statements here. */
    int groups() {
        return groups.count();
    }

    /** One place per line, per store, per basket or per fee, as the layer goes; none when it touches nothing. */
    private static int[] slots(PricedBasket goods, Offer offer, int[] stores, boolean[] admitted) {
        return switch (offer.terms().layer().slot()) {
            case LINE -> lines(admitted);
            case STORE -> stores(admitted, stores);
            case BASKET -> new int[] {0};
            case FEE -> fees(goods, offer);
        };
    }

    private static int[] lines(boolean[] admitted) {
        int[] slots = new int[admitted.length];
        int count = 0;
        for (int i = 0; i < slots.length; i++) {
            if (admitted[i]) {
                slots[count++] = i;
            }
        }
        return Arrays.copyOf(slots, count);
    }

    /** Numbers the stores: for each line the number of its store, from 0 in the order they come. */
    private static int[] stores(PricedBasket goods) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] stores = new int[goods.size()];
        for (int i = 0; i < stores.length; i++) {
            String store = goods.line(i).store();
            if (i > 0 && store.equals(goods.line(i - 1).store())) {
                stores[i] = stores[i - 1];
            } else {
                Integer known = numbers.putIfAbsent(store, numbers.size());
                stores[i] = known == null ? numbers.size() - 1 : known;
            }
        }
        return stores;
    }

    private static int[] stores(boolean[] admitted, int[] stores) {
        boolean[] wanted = new boolean[stores.length];
        int count = 0;
        for (int i = 0; i < stores.length; i++) {
            if (!wanted[stores[i]] && admitted[i]) {
                wanted[stores[i]] = true;
                count++;
            }
        }
        int[] slots = new int[count];
        for (int store = 0, next = 0; next < count; store++) {
            if (wanted[store]) {
                slots[next++] = store;
            }
        }
        return slots;
    }

    private static int[] fees(PricedBasket goods, Offer offer) {
        int fees = goods.basket().shipping().size();
        int[] slots = new int[fees + 1];
        int count = 0;
        for (int i = 0; i < fees; i++) {
            if (offer.ships(goods.feeStore(i))) {
                slots[count++] = i;
            }
        }
        if (count == 0) {
            slots[count++] = fees;
        }
        return Arrays.copyOf(slots, count);
    }

    PricedBasket goods() {
        return goods;
    }

    /** The running prices before any promotion. */
    Ledger open() {
        Ledger open = goods.open(policy.order());
        return onSale.length == 0 ? open : open.onSale(onSale);
    }

    /** Minor units that the budget of the offer's promotion still holds, or empty when it has none. */
    OptionalLong budgetLeft(Offer offer) {
        Long left = budgets.get(offer.promotion());
        return left == null ? OptionalLong.empty() : OptionalLong.of(left);
    }

    /** The budgets that promotions share. */
    Funds funds() {
        return funds;
    }

    /** What is left of something that the offer's promotion counts. */
    long left(Offer offer, Quota quota) {
        return Quotas.of(goods.basket(), List.of(offer)).left(offer, quota).orElse(Long.MAX_VALUE);
    }

    /** How many items the offer's promotion may still be given for. */
    long itemsLeft(Offer offer) {
        return Quotas.of(goods.basket(), List.of(offer)).items(offer);
    }

    Policy policy() {
        return policy;
    }

    int size() {
        return all.size();
    }

    Candidate get(int index) {
        return all.get(index);
    }

    List<Candidate> all() {
        return all;
    }

    /** Whether any two offers are kept apart. */
    boolean someApart() {
        return together.someApart();
    }

    boolean apart(int one, int other) {
        return together.apart(one, other);
    }

    int capacity(Layer layer) {
        return capacity[layer.ordinal()];
    }

    /** Where a slot stands in an array over all layers. */
    int slot(Candidate candidate, int slot) {
        return candidate.layer().ordinal() * slotsPerLayer + slot;
    }

    int slotCount() {
        return Layer.values().length * slotsPerLayer;
    }

    int slotsPerLayer() {
        return slotsPerLayer;
    }

    /** Whether some offer measures the price after everything, so that a stack has to be priced as a whole. */
    boolean measureFinal() {
        return finals;
    }
}
