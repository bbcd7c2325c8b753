package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A desk to try commands at: a folder with two promotions and two baskets, and commands run in process. */
final class Desk {

    static final String SAVE10 =
            """
            // 10 % off everything for US shoppers from $50, at most $20 off.
            package promotions
            import dev.plaindeal.model.*

            rule "us-save10"
            when
                $coupon : PlatformCoupon( code == "SAVE10", market == "US" )
            then
                $coupon.percentOff(10).whenSpending("USD 50").atMost("USD 20");
            end
            """;

    static final String TIERS =
            """
            // Pearl House: spend 50 save 5, 100 save 12.
            package promotions
            import dev.plaindeal.model.*

            rule "pearl-tiers"
            when
                $store : StoreBasket( store == "pearl", market == "US" )
            then
                $store.tier("USD 50", "USD 5").tier("USD 100", "USD 12");
            end
            """;

    private final Path folder;

    /** What a command printed, the temporary folder's name left out, and how it ended. */
    record Run(int code, String out, String err) {}

    Desk(Path folder) {
        this.folder = folder;
        write("rules/promotions/us/us-save10.drl", SAVE10);
        write("rules/promotions/pearl/pearl-tiers.drl", TIERS);
        basket("shop/big", "120.00", "SAVE10");
        basket("shop/small", "60.00", "SAVE10");
    }

    void basket(String name, String price, String code) {
        write("fixtures/" + name + ".basket.json", json(name, price, code));
    }

    static String json(String name, String price, String code) {
        return """
                { "basket": "%s", "market": "US", "currency": "USD", "locale": "en-US", "channel": "live",
                  "at": "2026-11-22T20:00:00-05:00",
                  "lines": [{ "id": "1", "sku": "cup", "store": "pearl", "unitPrice": "%s", "quantity": 1 }],
                  "codes": ["%s"] }
                """
                .formatted(name, price, code);
    }

    Path at(String path) {
        return folder.resolve(path);
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(at(path).getParent());
            Files.writeString(at(path), text);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    String read(String path) {
        try {
            return Files.readString(at(path));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    void replace(String path, String before, String after) {
        String text = read(path);
        if (!text.contains(before)) {
            throw new AssertionError(path + " has no " + before);
        }
        write(path, text.replace(before, after));
    }

    /** Every file below the folder, git's own aside. */
    Set<String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith(".git/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** {@code ./} in front of an argument stands for the desk's folder. */
    Run run(String... args) {
        return run("", false, args);
    }

    Run attended(String typed, String... args) {
        return run(typed, true, args);
    }

    Run run(String typed, boolean attended, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].startsWith("./") ? at(args[i].substring(2)).toString() : args[i];
        }
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err, true),
                Instant.parse("2026-11-22T12:00:00Z"),
                attended,
                () -> 0);
        int code = Plaindeal.run(args, terminal);
        return new Run(code, shown(out), shown(err));
    }

    private String shown(StringWriter text) {
        return text.toString().replace(folder + "/", "").replace(folder.toString(), ".");
    }

    Run test(String... more) {
        String[] args = Stream.concat(Stream.of("test", "./fixtures", "--rules", "./rules"), Stream.of(more))
                .toArray(String[]::new);
        return run(args);
    }
}
