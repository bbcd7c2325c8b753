package dev.plaindeal.limits;

import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt.Reserve;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is kept of an order after returns.
 *
 * @param receipt what was paid
 * @param quantities of each line, by id
 * @param kept of each line that are kept, by id
 * @param stores that sold each line, by its id
 */
record KeptPart(Receipt receipt, Map<String, Integer> quantities, Map<String, Integer> kept, Map<String, String> stores) {

    static KeptPart of(Receipt receipt, Map<String, Integer> returned) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        receipt.lines().forEach((LinePrice line) -> quantities.put(line.line(), line.quantity()));
        Map<String, Integer> kept = new HashMap<>(quantities);
        Map<String, String> stores = new HashMap<>();
        receipt.lines().forEach(line -> stores.put(line.line(), line.store()));
        returned.forEach((line, units) -> {
            int bought = quantities.getOrDefault(line, 0);
            if (units < 0 || units > bought) {
                throw new IllegalArgumentException("of line " + line + " 0 to " + bought + " can be returned, not " + units);
            }
            kept.put(line, bought - units);
        });
        return new KeptPart(receipt, quantities, kept, stores);
    }

    /** The part of a claim that these units take. */
    Claim claim(Claim whole, BasketCaps caps) {
        List<Take> takes = new ArrayList<>();
        for (Take take : whole.takes()) {
            long amount = amount(take, caps.reserves(receipt, take.counter()), caps.store(take.counter()));
            if (amount > 0) {
                takes.add(new Take(take.cap(), Math.min(amount, take.amount())));
            }
        }
        return new Claim(whole.order(), takes);
    }

    private long amount(Take take, List<Reserve> reserves, String store) {
        List<Allocation> shares = reserves.stream().flatMap(this::shares).filter(share -> isOf(store, share)).toList();
        if (take.counter().isUses()) {
            return holdsSomething(shares, store) ? take.amount() : 0;
        }
        if (take.counter().isItems()) {
            return shares.stream().filter(KeptPart::isOfLine).map(Allocation::name).distinct().mapToLong(kept::get).sum();
        }
        return shares.stream().mapToLong(share -> money(share, store)).sum();
    }

    private boolean isOf(String store, Allocation share) {
        return store.isEmpty() || store.equals(isOfLine(share) ? stores.get(share.name()) : share.name());
    }

    /** What the promotion, or the code, took off and promised. */
    private Stream<Allocation> shares(Reserve reserve) {
        boolean ofCode = !reserve.code().isEmpty();
        return Stream.concat(
                receipt.applied().stream()
                        .filter(one -> ofCode ? one.code().equals(reserve.code()) : one.id().equals(reserve.id()))
                        .flatMap(one -> one.allocations().stream()),
                receipt.later().stream()
                        .filter(one -> ofCode ? one.code().equals(reserve.code()) : one.id().equals(reserve.id()))
                        .flatMap(one -> one.allocations().stream()));
    }

    /** A gift, and what came off shipping alone, is used as long as anything is kept. */
    private boolean holdsSomething(List<Allocation> shares, String store) {
        boolean ofLines = shares.stream().anyMatch(KeptPart::isOfLine);
        return ofLines
                ? shares.stream().anyMatch(share -> isOfLine(share) && kept.get(share.name()) > 0)
                : keepsAnything(store);
    }

    private boolean keepsAnything(String store) {
        return kept.entrySet().stream().anyMatch(one -> one.getValue() > 0 && (store.isEmpty() || store.equals(stores.get(one.getKey()))));
    }

    private static boolean isOfLine(Allocation share) {
        return share.on() == Allocation.On.LINE;
    }

    private long money(Allocation share, String store) {
        if (!isOfLine(share)) {
            return keepsAnything(store) ? share.amount().minor() : 0;
        }
        return halfUp(share.amount().minor(), kept.get(share.name()), quantities.get(share.name()));
    }

    /** Exact however large the amount. */
    private static long halfUp(long amount, int part, int whole) {
        BigInteger doubled = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(2L * part)).add(BigInteger.valueOf(whole));
        return doubled.divide(BigInteger.valueOf(2L * whole)).longValueExact();
    }
}
