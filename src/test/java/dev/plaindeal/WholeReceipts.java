package dev.plaindeal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The receipts of {@code fixtures/}, each put together again from the two files that hold its halves. */
public final class WholeReceipts {

    public static final Path FIXTURES = Path.of("fixtures");

    private static final String MONEY = ".receipt.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private WholeReceipts() {}

    /** The files with money in them, sorted. */
    public static List<Path> files() {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(MONEY)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As the command line prints it. */
    public static String json(Path money) {
        try {
            return Visible.json(JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
                    .writeValueAsString(tree(money))) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Both halves in the order of a receipt's keys. */
    public static ObjectNode tree(Path money) {
        ObjectNode half = read(money);
        ObjectNode seen = read(Path.of(money.toString().replace(MONEY, ".simplicity.json")));
        List<JsonNode> announced = List.of(half.remove("headline"), half.remove("bargain"));
        half.set("simplicity", seen.get("simplicity"));
        half.set("shown", seen.get("shown"));
        if (seen.has("audience")) {
            half.set("audience", seen.get("audience"));
        }
        half.set("headline", announced.get(0));
        half.set("bargain", announced.get(1));
        for (int i = 0; i < Math.max(half.get("applied").size(), seen.get("applied").size()); i++) {
            ((ObjectNode) half.get("applied").get(i)).set("simplicity", seen.get("applied").get(i).get("simplicity"));
        }
        for (int i = 0; i < half.path("later").size(); i++) {
            ((ObjectNode) half.get("later").get(i)).set("simplicity", seen.get("later").get(i).get("simplicity"));
        }
        return half;
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(file, UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
