package dev.plaindeal.watch;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A rules folder that tests write to, and baskets for it. */
record Rules(Path folder) {

    /** With one promotion, {@code ten}: USD 10 off in the US. */
    static Rules in(Path folder) {
        return new Rules(folder).amount("ten", 10);
    }

    /** A promotion that takes whole dollars off everything in the US, when the code {@code SAVE} is presented. */
    Rules amount(String id, int dollars) {
        return write("promotions/us/" + id + ".drl", promotion(id, "code == \"SAVE\", market == \"US\"", dollars));
    }

    static String promotion(String id, String conditions, int dollars) {
        return "// USD " + dollars + " off.\npackage promotions\nimport dev.plaindeal.model.*\n\nrule \"" + id + "\"\nwhen\n"
                + "    $coupon : PlatformCoupon( " + conditions + " )\nthen\n    $coupon.amountOff(\"USD " + dollars
                + "\");\nend\n";
    }

    Rules write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    Path file(String id) {
        return folder.resolve("promotions/us/" + id + ".drl");
    }

    /** USD 100 of tea in the US, with the code {@code SAVE}. */
    static Basket basket() {
        return basket("b", 10000, "SAVE");
    }

    static Basket basket(String id, long cents, String... codes) {
        Currency usd = Currency.of("USD");
        List<Line> lines = List.of(Line.of("1", "tea", "shop", new Money(cents, usd), 1));
        return new Basket(id, "US", usd, "en-US", Channel.SHELF, Instant.EPOCH, Buyer.unknown(), List.of(), lines,
                Map.of(), "", List.of(codes), Remaining.UNTOUCHED);
    }
}
