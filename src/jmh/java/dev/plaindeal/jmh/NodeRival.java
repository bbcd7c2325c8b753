package dev.plaindeal.jmh;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** json-rules-engine on Node: gets the same promotions and the same basket in a file, and its own script measures it. */
final class NodeRival {

    private static final Path SCRIPT = Path.of("src/jmh/node/measure.mjs");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> SIZES = List.of(10, 100, 1000);

    private NodeRival() {}

    /** What its script measured; nothing where Node or the library is not installed. */
    static List<Row> measured(Path target) throws IOException {
        Path input = target.resolve("node-rival.json");
        JSON.writeValue(input.toFile(), input());
        if (!Files.isDirectory(SCRIPT.resolveSibling("node_modules"))) {
            System.out.println("json-rules-engine is not installed: npm install --no-package-lock in src/jmh/node");
            return List.of();
        }
        Process node = new ProcessBuilder("node", SCRIPT.toString(), input.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Row> rows = new ArrayList<>();
        JSON.readTree(node.getInputStream().readAllBytes()).forEach(row -> rows.add(new Row(
                "jsonRulesEngine",
                row.get("live").asInt(),
                row.get("least").asDouble(),
                row.get("median").asDouble(),
                row.get("most").asDouble(),
                -1,
                row.get("median").asDouble())));
        return rows;
    }

    private static Map<String, Object> input() {
        Cart cart = new Cart(LiveBenchmark.BASKET);
        Map<String, Object> basket = new LinkedHashMap<>();
        basket.put("market", cart.getMarket());
        basket.put("codes", LiveBenchmark.BASKET.codes());
        basket.put("stores", Map.of(Catalog.PEARL, cart.spent(Catalog.PEARL), Catalog.CEDAR, cart.spent(Catalog.CEDAR)));
        basket.put("fees", LiveBenchmark.BASKET.shippingFees());
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("basket", basket);
        input.put("total", ByHand.total(LiveBenchmark.BASKET));
        input.put("live", SIZES.stream().map(size -> Catalog.live(size).stream().map(NodeRival::plain).toList()).toList());
        return input;
    }

    private static Map<String, Object> plain(Deal deal) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", deal.id());
        plain.put("layer", deal.layer().ordinal());
        plain.put("store", deal.found().store());
        plain.put("code", deal.found().code());
        plain.put("market", deal.found().market());
        plain.put("percent", deal.percent());
        plain.put("cents", deal.cents());
        plain.put("from", deal.from());
        plain.put("most", deal.most() == Deal.NO_CAP ? 0 : deal.most());
        return plain;
    }
}
