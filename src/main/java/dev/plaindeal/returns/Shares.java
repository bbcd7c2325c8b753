package dev.plaindeal.returns;

import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who pays what of an order, by line and for shipping. Immutable.
 *
 * @param lines by line id, in the order of the receipt
 * @param shipping all fees together
 */
record Shares(Map<String, PaidShare> lines, PaidShare shipping) {

    Shares {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    static Shares of(Receipt receipt) {
        Map<String, PaidShare> lines = new LinkedHashMap<>();
        receipt.lines().forEach(line -> lines.put(line.line(), undiscounted(line.list().minor())));
        PaidShare shipping = undiscounted(receipt.shipping().minor());
        for (Receipt.Applied applied : receipt.applied()) {
            for (Allocation share : applied.allocations()) {
                PaidShare off = off(share.amount().minor(), share.platform().minor());
                if (share.on() == Allocation.On.LINE) {
                    lines.computeIfPresent(share.name(), (line, part) -> part.plus(off));
                } else {
                    shipping = shipping.plus(off);
                }
            }
        }
        return new Shares(lines, shipping);
    }

    private static PaidShare undiscounted(long list) {
        return new PaidShare(list, list, 0, 0);
    }

    private static PaidShare off(long amount, long platform) {
        return new PaidShare(0, -amount, platform, amount - platform);
    }

    PaidShare line(String id) {
        return lines.getOrDefault(id, PaidShare.NOTHING);
    }

    /** What the buyer pays in all. */
    long total() {
        long total = shipping.buyer();
        for (PaidShare line : lines.values()) {
            total += line.buyer();
        }
        return total;
    }
}
