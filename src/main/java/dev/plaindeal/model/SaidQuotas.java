package dev.plaindeal.model;

import static dev.plaindeal.model.WordArguments.require;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.offer.Period;
import dev.plaindeal.offer.Quota.Holder;
import dev.plaindeal.offer.Quota.Most;
import dev.plaindeal.offer.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much of an offer there is for each buyer, each store and in each period, word by word. Belongs to one thread. */
final class SaidQuotas {

    private final List<Quota> quotas = new ArrayList<>();

    void add(Holder whose, Most most, Optional<Period> period) {
        Quota quota = new Quota(whose, most, period);
        require(
                quotas.stream().noneMatch(other -> other.whose() == whose
                        && other.period().equals(period)
                        && other.most().getClass() == most.getClass()
                        && other.fund().equals(quota.fund())),
                "two limits are for the same");
        quotas.add(quota);
    }

    void addAll(SaidQuotas others) {
        others.quotas.forEach(quota -> add(quota.whose(), quota.most(), quota.period()));
    }

    /** The word by which the number of items is limited. */
    String itemsWord() {
        return countsItems(Holder.EACH_BUYER) ? "limitItemsPerBuyer" : countsItems(Holder.EACH_STORE) ? "limitItemsPerStore" : "limitItemsInAll";
    }

    private boolean countsItems(Holder whose) {
        return quotas.stream().anyMatch(one -> one.most() instanceof Quota.CountedItems && one.whose() == whose);
    }

    /** In the order said. */
    List<Quota> all() {
        return List.copyOf(quotas);
    }

    /**
     * Refuses what is never reached, because no more is left for longer.
     *
     * @param perBuyer uses by one buyer in all, 0 for no limit
     * @param inAll uses by anyone in all, 0 for no limit
     */
    void requireReachable(long perBuyer, long inAll) {
        for (Quota quota : quotas) {
            long longer = quota.whose() == Holder.EACH_BUYER && perBuyer > 0 ? perBuyer : inAll > 0 ? inAll : Long.MAX_VALUE;
            requireReachable(quota, longer, "in all");
            quotas.stream()
                    .filter(other -> other.whose() == quota.whose() && isLonger(other, quota))
                    .forEach(other -> requireReachable(quota, uses(other), when(other)));
        }
    }

    private static boolean isLonger(Quota other, Quota quota) {
        return quota.period().isPresent()
                && (other.period().isEmpty() || other.period().get().length().compareTo(quota.period().get().length()) > 0);
    }

    private static void requireReachable(Quota quota, long longer, String when) {
        require(
                !(quota.most() instanceof Quota.CountedUses uses) || uses.count() < longer,
                "its limit of " + uses(quota) + " " + when(quota) + " is never reached, because it has " + longer + " " + when);
    }

    private static long uses(Quota quota) {
        return quota.most() instanceof Quota.CountedUses uses ? uses.count() : Long.MAX_VALUE;
    }

    private static String when(Quota quota) {
        return quota.period().map(period -> "a " + period.length().key()).orElse(quota.whose() == Holder.EACH_STORE ? "for each store" : "in all");
    }
}
