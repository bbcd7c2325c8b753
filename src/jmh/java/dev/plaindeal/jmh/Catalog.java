package dev.plaindeal.jmh;

import dev.plaindeal.jmh.Deal.Found;
import dev.plaindeal.jmh.Deal.Kind;
import java.util.ArrayList;
import java.util.List;

/** The live promotions: six that match every basket measured, the rest for other stores, codes and markets. */
final class Catalog {

    static final String MARKET = "US";
    static final String PEARL = "pearl-house";
    static final String CEDAR = "cedar-lane";
    static final List<String> CODES = List.of("TEA3", "CUP5", "SAVE10");

    private static final int PROMOTIONS_PER_STORE = 20;
    /** Other markets that pay in dollars, as all promotions here do. */
    private static final List<String> ELSEWHERE = List.of("PR", "EC", "GU", "VI", "AS", "MP", "PW", "FM", "MH", "TL", "TC", "BQ");

    private Catalog() {}

    /** The six, in the order they apply. */
    static final List<Deal> MATCHING = List.of(
            Deal.percent("pearl-house-ten", new Found(Kind.STORE_ITEMS, PEARL, "", ""), 10, 0, Deal.NO_CAP),
            Deal.cents("pearl-house-spend", new Found(Kind.STORE_BASKET, PEARL, "", ""), 500, 5_000),
            Deal.cents("pearl-house-tea3", new Found(Kind.STORE_COUPON, PEARL, "TEA3", ""), 300, 0),
            Deal.percent("cedar-lane-cup5", new Found(Kind.STORE_COUPON, CEDAR, "CUP5", ""), 5, 0, Deal.NO_CAP),
            Deal.cents("us-spend", new Found(Kind.PLATFORM_BASKET, "", "", MARKET), 800, 10_000),
            Deal.percent("us-save10", new Found(Kind.PLATFORM_COUPON, "", "SAVE10", MARKET), 10, 6_000, 2_000));

    /** So many live promotions, the six among them. */
    static List<Deal> live(int count) {
        List<Deal> deals = new ArrayList<>(MATCHING);
        for (int i = MATCHING.size(); i < count; i++) {
            deals.add(other(i));
        }
        return deals;
    }

    private static Deal other(int i) {
        String store = "store-" + i / PROMOTIONS_PER_STORE;
        String id = "other-" + i;
        return switch (i % 6) {
            case 0 -> Deal.percent(id, new Found(Kind.STORE_ITEMS, store, "", ""), 5 + i % 20, 0, Deal.NO_CAP);
            case 1 -> Deal.cents(id, new Found(Kind.STORE_BASKET, store, "", ""), 300 + i % 500, 3_000);
            case 2 -> Deal.cents(id, new Found(Kind.STORE_COUPON, store, "S" + i, ""), 200 + i % 300, 0);
            case 3 -> Deal.percent(id, new Found(Kind.STORE_COUPON, store, "T" + i, ""), 5, 2_000, Deal.NO_CAP);
            case 4 -> Deal.cents(id, new Found(Kind.PLATFORM_BASKET, "", "", elsewhere(i)), 900, 9_000);
            default -> Deal.percent(id, new Found(Kind.PLATFORM_COUPON, "", "P" + i, MARKET), 8, 4_000, 1_500);
        };
    }

    private static String elsewhere(int i) {
        return ELSEWHERE.get(i / 6 % ELSEWHERE.size());
    }

    /** Twelve coupons for the same basket, six of one store and six of the platform, of which one each can be kept. */
    static List<Deal> competing() {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            deals.add(Deal.cents("pearl-" + i, new Found(Kind.STORE_COUPON, PEARL, "PEARL" + i, ""), 300 + 40 * i, 1_000L * i));
            deals.add(Deal.percent("plat-" + i, new Found(Kind.PLATFORM_COUPON, "", "PLAT" + i, MARKET), 5 + i, 2_000L * i, 2_000));
        }
        return deals;
    }
}
