package dev.plaindeal.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.PromotionEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Rules before and after, and orders to try them on. */
final class Orders {

    static final String SEED = "plaindeal.seed";

    private static final String COUPON = """
            // %1$s %% off everything for US shoppers, by code.
            package promotions
            import dev.plaindeal.model.*

            rule "us-save"
            when
                $coupon : PlatformCoupon( code == "SAVE", market == "US" )
            then
                $coupon.percentOff(%1$s).whenSpending("USD 50");
            end
            """;
    private static final String TIERS = """
            // Pearl: spend 50 save 5, 100 save 12.
            package promotions
            import dev.plaindeal.model.*

            rule "pearl-tiers"
            when
                $store : StoreBasket( store == "pearl", market == "US" )
            then
                $store.tier("USD 50", "USD 5").tier("USD 100", "USD 12");
            end
            """;

    private Orders() {}

    /** A coupon of 10 % that becomes one of 12 %, beside a store's tiers. */
    static RuleBooks books() {
        return new RuleBooks(engine("10"), engine("12"));
    }

    private static PromotionEngine engine(String percent) {
        return PromotionEngine.load(Map.of("promotions/us-save.drl", COUPON.formatted(percent), "promotions/pearl-tiers.drl", TIERS));
    }

    static String order(String id, String at, String store, String price, String codes) {
        return "{\"basket\": \"%s\", \"market\": \"US\", \"currency\": \"USD\", \"at\": \"%s\", \"codes\": [%s], ".formatted(id, at, codes)
                + "\"lines\": [{\"sku\": \"cup\", \"store\": \"%s\", \"unitPrice\": \"%s\"}]}".formatted(store, price);
    }

    /** Many of one seed, a few of them in two stores or in pounds. */
    static List<String> many(int count) {
        long seed = Long.getLong(SEED, 20_261_127L);
        System.out.println("orders of seed " + seed + "; again with -D" + SEED + "=" + seed);
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String at = "2026-11-%02dT%02d:30:00Z".formatted(1 + random.nextInt(28), random.nextInt(24));
            String price = (10 + random.nextInt(120)) + "." + (10 + random.nextInt(90));
            String codes = random.nextBoolean() ? "\"SAVE\"" : "";
            String order = order("order-" + i, at, random.nextBoolean() ? "pearl" : "cedar", price, codes);
            lines.add(i % 7 == 0 ? order.replace("}]}", "}, {\"sku\": \"pot\", \"store\": \"cedar\", \"unitPrice\": \"20.00\"}]}")
                    : i % 11 == 0 ? order.replace("USD", "GBP") : order);
        }
        return lines;
    }

    static OrderFile file(String name, byte[] bytes) {
        return new OrderFile(name, bytes.length + " bytes", () -> new ByteArrayInputStream(bytes));
    }

    static OrderFile file(String name, List<String> lines) {
        return file(name, bytes(lines));
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }
}
