package dev.plaindeal.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.verify.Difference.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what two receipts differ, money first: total, discount, per promotion, per line; then what is applied or refused and
 * why; then scores; then the rest.
 *
 * <p>The {@code rules} hash is not compared: it changes with every edit of any rule file, be it a comment, and says
 * nothing about this basket. Layout and the zeros at the end of a number are not compared either.
 */
public final class ReceiptDiff {

    private static final Set<String> SUMS = Set.of("total", "discount", "subtotal", "shipping", "couldSave", "savedLater", "toPay");
    /** Lists whose entries say by their names what they are. */
    private static final Set<String> OF_ENTRIES = Set.of("lines", "applied", "stores");
    private static final List<String> MONEY_ORDER = List.of(
            "total", "discount", "subtotal", "shipping", "couldSave", "applied", "savedLater", "later", "balances", "toPay", "lines", "funders", "shares", "stores");

    private final JsonNode before;
    private final JsonNode after;
    private final List<Ranked> found = new ArrayList<>();

    private record Ranked(int rank, Difference difference) {}

    private ReceiptDiff(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** The differences, the ones that matter most first; empty when the receipts say the same. */
    public static List<Difference> of(JsonNode before, JsonNode after) {
        return new ReceiptDiff(before, after).compare();
    }

    /** The same for receipts that are still at hand. */
    public static List<Difference> of(Receipt before, Receipt after) {
        return of(Examiner.json(before), Examiner.json(after));
    }

    /** What differences in the savings of this receipt's promotions are about, see {@link Difference#what}. */
    public static Set<String> savings(Receipt receipt) {
        return names(Examiner.json(receipt));
    }

    private List<Difference> compare() {
        Map<List<String>, String> was = Flat.of(before);
        Map<List<String>, String> is = Flat.of(after);
        Set<List<String>> paths = new LinkedHashSet<>(was.keySet());
        paths.addAll(is.keySet());
        for (List<String> path : paths) {
            compare(path, was.getOrDefault(path, ""), is.getOrDefault(path, ""));
        }
        promotions();
        return found.stream()
                .sorted(Comparator.<Ranked, Topic>comparing(one -> one.difference().topic())
                        .thenComparingInt(Ranked::rank))
                .map(Ranked::difference)
                .toList();
    }

    private void compare(List<String> path, String was, String is) {
        if (was.equals(is) || path.get(0).equals("rules") || path.get(0).equals("rejected")) {
            return;
        }
        boolean applied = path.get(0).equals("applied") && path.size() > 2;
        if (!applied) {
            add(path, was, is);
        } else if (path.get(2).equals("discount") || bothApply(path.get(1))) {
            add(path, was, is);
        }
    }

    private boolean bothApply(String promotion) {
        return names(before).contains(promotion) && names(after).contains(promotion);
    }

    private static Set<String> names(JsonNode receipt) {
        boolean several = Flat.severalStores(receipt);
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode applied : receipt.path("applied")) {
            String name = Flat.name(applied, several);
            int times = 2;
            for (String free = name; !names.add(free); times++) {
                free = name + " #" + times;
            }
        }
        return names;
    }

    private void add(List<String> path, String was, String is) {
        String kind = money(path);
        if (!kind.isEmpty()) {
            found.add(new Ranked(MONEY_ORDER.indexOf(kind), new Difference(Topic.MONEY, words(path), was, is)));
        } else {
            found.add(new Ranked(path.size(), new Difference(isScore(path) ? Topic.SCORES : Topic.REST, words(path), was, is)));
        }
    }

    /** Which kind of amount it is, empty for what is none. */
    private static String money(List<String> path) {
        String first = path.get(0);
        String last = path.get(path.size() - 1);
        if (path.size() == 1) {
            return SUMS.contains(first) ? first : "";
        }
        if (first.equals("applied")) {
            return last.equals("discount") && path.size() == 3 ? first : isShare(path) ? "shares" : "";
        }
        if (first.equals("later")) {
            return last.equals("amount") && path.size() == 3 ? first : "";
        }
        if (first.equals("stores")) {
            return first;
        }
        boolean line = first.equals("lines") && (last.equals("list") || last.equals("net"));
        return line || first.equals("funders") ? first : "";
    }

    private static boolean isShare(List<String> path) {
        String what = path.get(2);
        return what.equals("givenUp") || what.equals("allocations");
    }

    private static boolean isScore(List<String> path) {
        int at = path.indexOf("simplicity");
        boolean simple = at >= 0 && path.size() == at + 2;
        return simple || path.get(0).equals("bargain") || path.get(0).equals("shown");
    }

    private static String words(List<String> path) {
        String first = path.get(0);
        List<String> shown = OF_ENTRIES.contains(first) ? path.subList(1, path.size()) : path;
        boolean saving = first.equals("applied") && path.size() == 3 && path.get(2).equals("discount");
        return saving ? path.get(1) : String.join(" ", shown).replace("allocations ", "");
    }

    private void promotions() {
        Map<String, String> was = states(before);
        Map<String, String> is = states(after);
        Set<String> all = new LinkedHashSet<>(was.keySet());
        all.addAll(is.keySet());
        for (String name : all) {
            String then = was.getOrDefault(name, "");
            String now = is.getOrDefault(name, "");
            if (!then.equals(now)) {
                found.add(new Ranked(0, new Difference(Topic.PROMOTIONS, name, then, now)));
            }
        }
        order(names(before), names(after));
    }

    private static Map<String, String> states(JsonNode receipt) {
        boolean several = Flat.severalStores(receipt);
        Map<String, String> states = new LinkedHashMap<>();
        for (JsonNode applied : receipt.path("applied")) {
            states.merge(Flat.name(applied, several), "applied", (a, b) -> a + ", " + b);
        }
        for (JsonNode promised : receipt.path("later")) {
            states.merge(Flat.name(promised, several), "promised for later", (a, b) -> a + ", " + b);
        }
        for (JsonNode refused : receipt.path("rejected")) {
            states.merge(Flat.name(refused, several), why(refused), (a, b) -> a + "; " + b);
        }
        return states;
    }

    private static String why(JsonNode refused) {
        String gap = refused.has("gap") ? " (gap " + refused.get("gap").asText() + ")" : "";
        String items = refused.has("itemsGap") ? " (items gap " + refused.get("itemsGap").asText() + ")" : "";
        return "refused, " + refused.path("reason").asText() + ": " + refused.path("message").asText() + gap + items;
    }

    private void order(Set<String> was, Set<String> is) {
        List<String> then = was.stream().filter(is::contains).toList();
        List<String> now = is.stream().filter(was::contains).toList();
        if (!then.equals(now)) {
            found.add(new Ranked(1, new Difference(
                    Topic.PROMOTIONS, "order", String.join(", ", then), String.join(", ", now))));
        }
    }
}
