package dev.plaindeal.tax;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was paid for each line and each shipping fee, and by whom: the facts of an order that a tax engine asks for. Worked out from
 * a receipt alone; no rates and no advice.
 *
 * <p>Everything sums exactly: the lines and the shipping of a store to the store, the stores to the totals, and the buyer's part of
 * the totals with the rounding to what the receipt says is to pay. Immutable and thread-safe.
 *
 * @param basket the order
 * @param market where the buyer shops, ISO 3166
 * @param currency of every amount
 * @param at the moment it was priced for
 * @param lines of the order, in its order
 * @param shipping the fees of the stores that ask for one
 * @param stores each store's goods and shipping together
 * @param totals of the order
 * @param rounding what made the total an amount that can be paid; in no base and of no store
 */
public record TaxFacts(
        String basket,
        String market,
        Currency currency,
        Instant at,
        List<GoodsFacts> lines,
        List<StoreFacts> shipping,
        List<StoreFacts> stores,
        PaidParts totals,
        Optional<Money> rounding) {

    /** Copies the lists. */
    public TaxFacts {
        lines = List.copyOf(lines);
        shipping = List.copyOf(shipping);
        stores = List.copyOf(stores);
    }

    /**
     * One line.
     *
     * @param line its id
     * @param sku what it is
     * @param store who sells it
     * @param quantity how many
     * @param parts who pays for all of them
     */
    public record GoodsFacts(String line, String sku, String store, int quantity, PaidParts parts) {}

    /**
     * A store, or its shipping.
     *
     * @param store who sells
     * @param parts who pays
     */
    public record StoreFacts(String store, PaidParts parts) {}

    /**
     * The facts of one order.
     *
     * @param receipt one that adds up, as an engine makes it and {@code ReceiptReader} reads it
     * @throws IllegalArgumentException for a receipt that an earlier version wrote without its stores
     */
    public static TaxFacts of(Receipt receipt) {
        if (receipt.stores().isEmpty()) {
            throw new IllegalArgumentException("the receipt does not tell its stores; an earlier version wrote it");
        }
        Map<String, PaidParts> byLine = new LinkedHashMap<>();
        receipt.lines().forEach(line -> byLine.put(line.line(), PaidParts.undiscounted(line.list())));
        Map<String, PaidParts> byFee = new LinkedHashMap<>();
        receipt.stores().forEach(store -> byFee.put(store.store(), PaidParts.undiscounted(store.shipping())));
        receipt.applied().forEach(applied -> applied.allocations().forEach(share -> (switch (share.on()) {
            case LINE -> byLine;
            case SHIPPING -> byFee;
        }).computeIfPresent(share.name(), (name, parts) -> parts.less(share.amount(), share.platform()))));
        List<GoodsFacts> lines = receipt.lines().stream()
                .map(line -> new GoodsFacts(line.line(), line.sku(), line.store(), line.quantity(), byLine.get(line.line())))
                .toList();
        List<StoreFacts> stores = stores(lines, byFee);
        return new TaxFacts(
                receipt.basket(),
                receipt.market(),
                receipt.currency(),
                receipt.at(),
                lines,
                byFee.entrySet().stream()
                        .filter(fee -> !fee.getValue().list().isZero())
                        .map(fee -> new StoreFacts(fee.getKey(), fee.getValue()))
                        .toList(),
                stores,
                stores.stream().map(StoreFacts::parts).reduce(PaidParts.nothing(receipt.currency()), PaidParts::plus),
                receipt.rounding().map(Receipt.Rounding::amount));
    }

    private static List<StoreFacts> stores(List<GoodsFacts> lines, Map<String, PaidParts> byFee) {
        Map<String, PaidParts> byStore = new LinkedHashMap<>(byFee);
        lines.forEach(line -> byStore.merge(line.store(), line.parts(), PaidParts::plus));
        return byStore.entrySet().stream().map(store -> new StoreFacts(store.getKey(), store.getValue())).toList();
    }
}
