package dev.plaindeal.jmh;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import java.util.List;

/**
 * The money of the receipt as one would write it for these six promotions and no others: running prices line by line,
 * shares by largest remainder. The floor of the arithmetic, and the answer every rival has to give.
 */
final class ByHand {

    private final Basket basket;
    private final long[] running;
    private final boolean[] pearl;
    private long saved;

    private ByHand(Basket basket) {
        this.basket = basket;
        List<Line> lines = basket.lines();
        this.running = new long[lines.size()];
        this.pearl = new boolean[running.length];
        for (int i = 0; i < running.length; i++) {
            running[i] = lines.get(i).listPrice();
            pearl[i] = lines.get(i).store().equals(Catalog.PEARL);
        }
    }

    /** What is to pay, in cents. */
    static long total(Basket basket) {
        return new ByHand(basket).pay();
    }

    private long pay() {
        take(tenth(sum(Part.PEARL)), Part.PEARL);
        if (sum(Part.PEARL) >= 5_000) {
            take(500, Part.PEARL);
        }
        if (basket.codes().contains("TEA3")) {
            take(300, Part.PEARL);
        }
        if (basket.codes().contains("CUP5")) {
            take((sum(Part.CEDAR) + 10) / 20, Part.CEDAR);
        }
        if (sum(Part.ALL) >= 10_000) {
            take(800, Part.ALL);
        }
        if (basket.codes().contains("SAVE10") && sum(Part.ALL) >= 6_000) {
            take(Math.min(2_000, tenth(sum(Part.ALL))), Part.ALL);
        }
        return basket.subtotal() + basket.shippingFees() - saved;
    }

    private enum Part {
        PEARL,
        CEDAR,
        ALL
    }

    private static long tenth(long cents) {
        return (cents + 5) / 10;
    }

    private boolean in(Part part, int line) {
        return part == Part.ALL || pearl[line] == (part == Part.PEARL);
    }

    private long sum(Part part) {
        long sum = 0;
        for (int i = 0; i < running.length; i++) {
            sum += in(part, i) ? running[i] : 0;
        }
        return sum;
    }

    private void take(long cents, Part part) {
        long sum = sum(part);
        long[] rests = new long[running.length];
        long left = cents;
        for (int i = 0; i < running.length; i++) {
            rests[i] = -1;
            if (in(part, i)) {
                long share = cents * running[i] / sum;
                rests[i] = cents * running[i] % sum;
                running[i] -= share;
                left -= share;
            }
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int i = 1; i < rests.length; i++) {
                most = rests[i] > rests[most] ? i : most;
            }
            running[most]--;
            rests[most] = -1;
        }
        saved += cents;
    }
}
