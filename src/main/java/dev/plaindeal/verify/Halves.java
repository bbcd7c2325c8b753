package dev.plaindeal.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a receipt's JSON apart into its halves and puts them together again, whatever somebody made of it by hand. */
final class Halves {

    private static final String SIMPLICITY = "simplicity";
    private static final String AUDIENCE = "audience";
    private static final String APPLIED = "applied";
    private static final String LATER = "later";
    private static final List<String> SEEN = List.of(SIMPLICITY, "shown", AUDIENCE);
    private static final List<String> NAMES = List.of("id", "store");
    /** What versions before the number of the format did not write. */
    private static final List<String> YOUNGER = List.of("format", "stores");
    /** What the messages call promotions, beside their ids. */
    private static final List<String> CALLED = List.of("name", "sentence");
    private static final String REJECTED = "rejected";
    /** What refusals tell since they are said to buyers too. */
    private static final List<String> SAID = List.of("says", "needed", "has", "itemsNeeded", "itemsHas", "until", "winners", "saves");

    private Halves() {}

    /** Whether this is a whole receipt: it has the half that says how simple it looks too. */
    static boolean isWhole(ObjectNode receipt) {
        return receipt.has(SIMPLICITY);
    }

    /** One half of a whole receipt. */
    static ObjectNode half(ObjectNode receipt, Golden golden) {
        return switch (golden) {
            case MONEY -> money(receipt.deepCopy());
            case SIMPLICITY -> simplicity(receipt.deepCopy());
        };
    }

    private static ObjectNode money(ObjectNode receipt) {
        receipt.remove(SEEN);
        applied(receipt).forEach(one -> one.remove(SIMPLICITY));
        return receipt;
    }

    private static ObjectNode simplicity(ObjectNode receipt) {
        receipt.retain(SIMPLICITY, "shown", AUDIENCE, APPLIED, LATER);
        applied(receipt).forEach(one -> one.retain("id", "store", SIMPLICITY));
        return receipt;
    }

    /** What is applied, and what is promised for later. */
    private static List<ObjectNode> applied(ObjectNode receipt) {
        List<ObjectNode> applied = new ArrayList<>();
        for (String entries : List.of(APPLIED, LATER)) {
            for (JsonNode one : receipt.path(entries)) {
                if (one instanceof ObjectNode object) {
                    applied.add(object);
                }
            }
        }
        return applied;
    }

    /** A receipt without what an earlier version did not write, where the one it is held against is of such a version. */
    static ObjectNode asOldAs(ObjectNode golden, ObjectNode receipt) {
        ObjectNode old = receipt.deepCopy();
        if (!golden.has("format")) {
            old.remove(YOUNGER);
        }
        if (!golden.has(AUDIENCE)) {
            old.remove(AUDIENCE);
        }
        if (golden.findValue("range") == null) {
            old.findParents("range").forEach(scored -> ((ObjectNode) scored).remove("range"));
        }
        if (golden.findValue("says") == null) {
            old.path(REJECTED).forEach(Halves::unsaid);
            old.path("nearMisses").forEach(miss -> ((ObjectNode) miss).remove("says"));
            applied(old).forEach(one -> one.path("notGiven").forEach(Halves::unsaid));
        }
        if (promotions(golden).stream().noneMatch(one -> one.has("name"))) {
            promotions(old).forEach(one -> one.remove(CALLED));
        }
        return old;
    }

    /** Every entry that is about one promotion. */
    private static List<ObjectNode> promotions(ObjectNode receipt) {
        List<ObjectNode> promotions = applied(receipt);
        for (String entries : List.of(REJECTED, "nearMisses")) {
            receipt.path(entries).forEach(one -> promotions.add((ObjectNode) one));
        }
        return promotions;
    }

    /** A refusal as it was before it was said to buyers too. */
    private static void unsaid(JsonNode refusal) {
        ((ObjectNode) refusal).remove(SAID);
    }

    /** Both halves as one receipt; empty when they do not speak of the same promotions in the same order. */
    static Optional<ObjectNode> whole(ObjectNode money, ObjectNode seen) {
        ObjectNode whole = money.deepCopy();
        List<ObjectNode> applied = applied(whole);
        List<ObjectNode> looks = applied(seen);
        if (!names(applied).equals(names(looks))) {
            return Optional.empty();
        }
        SEEN.stream().filter(seen::has).forEach(field -> whole.set(field, seen.get(field)));
        for (int i = 0; i < applied.size(); i++) {
            applied.get(i).set(SIMPLICITY, looks.get(i).path(SIMPLICITY));
        }
        return Optional.of(whole);
    }

    private static List<List<JsonNode>> names(List<ObjectNode> applied) {
        return applied.stream().map(one -> NAMES.stream().<JsonNode>map(one::path).toList()).toList();
    }
}
