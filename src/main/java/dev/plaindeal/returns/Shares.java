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
record Shares(Map<String, Part> lines, Part shipping) {

    Shares {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    static Shares of(Receipt receipt) {
        Map<String, Part> lines = new LinkedHashMap<>();
        receipt.lines().forEach(line -> lines.put(line.line(), undiscounted(line.list().minor())));
        Part shipping = undiscounted(receipt.shipping().minor());
        for (Receipt.Applied applied : receipt.applied()) {
            for (Allocation share : applied.allocations()) {
                Part off = off(share.amount().minor(), share.platform().minor());
                if (share.on() == Allocation.On.LINE) {
                    lines.computeIfPresent(share.name(), (line, part) -> part.plus(off));
                } else {
                    shipping = shipping.plus(off);
                }
            }
        }
        return new Shares(lines, shipping);
    }

    private static Part undiscounted(long list) {
        return new Part(list, list, 0, 0);
    }

    private static Part off(long amount, long platform) {
        return new Part(0, -amount, platform, amount - platform);
    }

    Part line(String id) {
        return lines.getOrDefault(id, Part.NOTHING);
    }

    /** What the buyer pays in all. */
    long total() {
        long total = shipping.buyer();
        for (Part line : lines.values()) {
            total += line.buyer();
        }
        return total;
    }
}
