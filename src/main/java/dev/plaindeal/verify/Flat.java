package dev.plaindeal.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A receipt's JSON as a table: each value by its path, list entries named by what they are about and not by their place,
 * so that one entry more does not make all the later ones differ.
 */
final class Flat {

    private static final List<String> NAMES = List.of("key", "id", "line", "code", "store", "shipping");

    private final Map<List<String>, String> values = new LinkedHashMap<>();

    /** Whether several stores sell in the basket, so that a promotion offered to each of them is one entry for each. */
    private final boolean severalStores;

    private Flat(boolean severalStores) {
        this.severalStores = severalStores;
    }

    static Map<List<String>, String> of(JsonNode receipt) {
        Flat flat = new Flat(severalStores(receipt));
        flat.add(List.of(), receipt);
        return flat.values;
    }

    private void add(List<String> path, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(under(path, field.getKey()), field.getValue()));
        } else if (node.isArray()) {
            entries(path, node);
        } else {
            values.put(path, text(node));
        }
    }

    /** A number is the same however many zeros it ends in. */
    private static String text(JsonNode node) {
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.asText();
    }

    private void entries(List<String> path, JsonNode array) {
        Map<String, Integer> seen = new HashMap<>();
        for (JsonNode entry : array) {
            String name = name(entry, severalStores);
            int times = seen.merge(name, 1, Integer::sum);
            entry(under(path, times == 1 ? name : name + " #" + times), entry);
        }
    }

    /** What an entry is named by is in its path already. */
    private void entry(List<String> path, JsonNode entry) {
        Optional<String> named = naming(entry);
        entry.properties().forEach(field -> {
            boolean isInName = named.equals(Optional.of(field.getKey())) || field.getKey().equals("store") && isOfStore(entry);
            if (!isInName) {
                add(under(path, field.getKey()), field.getValue());
            }
        });
    }

    private static Optional<String> naming(JsonNode entry) {
        return NAMES.stream().filter(entry::has).findFirst();
    }

    static String name(JsonNode entry, boolean severalStores) {
        String name = naming(entry).map(field -> named(field, entry.get(field).asText())).orElse("entry");
        return severalStores && isOfStore(entry) ? name + " at " + entry.get("store").asText() : name;
    }

    /** A line has a store too, and is named by itself. */
    private static boolean isOfStore(JsonNode entry) {
        return entry.has("store") && naming(entry).filter(field -> field.equals("id") || field.equals("code")).isPresent();
    }

    static boolean severalStores(JsonNode receipt) {
        Set<String> stores = new HashSet<>();
        receipt.path("lines").forEach(line -> stores.add(line.path("store").asText()));
        return stores.size() > 1;
    }

    private static String named(String field, String value) {
        return field.equals("key") || field.equals("id") ? value : field + " " + value;
    }

    private static List<String> under(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
