package dev.plaindeal.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plaindeal.receipt.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What lies beside the basket of a fixture, held against the receipt it gets. */
final class GoldenFiles {

    private final Fixture fixture;
    private final Map<Golden, ObjectNode> halves = new EnumMap<>(Golden.class);
    /** Whether both halves lie in one file, as versions before this one wrote them. */
    private final boolean whole;

    /**
     * Reads what is there.
     *
     * @throws dev.plaindeal.problem.ProblemException when a file is no receipt or cannot be read
     */
    GoldenFiles(Fixture fixture) {
        this.fixture = fixture;
        for (Golden golden : Golden.values()) {
            Path file = golden.of(fixture);
            if (Files.exists(file)) {
                halves.put(golden, Examiner.json(file));
            }
        }
        ObjectNode receipt = before(Golden.MONEY);
        this.whole = Halves.isWhole(receipt);
        if (whole) {
            halves.put(Golden.MONEY, Halves.half(receipt, Golden.MONEY));
            halves.putIfAbsent(Golden.SIMPLICITY, Halves.half(receipt, Golden.SIMPLICITY));
        }
    }

    private ObjectNode before(Golden golden) {
        return halves.getOrDefault(golden, Examiner.nothing());
    }

    /** What comes of the chosen halves. A half that is not there is told as missing, or as a difference beside others. */
    Examined against(Receipt receipt, Set<Golden> chosen) {
        ObjectNode now = Examiner.json(receipt);
        Map<Golden, List<Difference>> apart = new EnumMap<>(Golden.class);
        chosen.forEach(golden -> apart.put(golden, ReceiptDiff.of(before(golden), after(golden, now))));
        List<Golden> stale = chosen.stream().filter(golden -> !apart.get(golden).isEmpty()).sorted().toList();
        List<Golden> missing = chosen.stream().filter(golden -> !halves.containsKey(golden)).sorted().toList();
        Verdict verdict = missing.containsAll(stale) ? alike(missing) : new Verdict.Different(fixture.name(), told(now, apart));
        return new Examined(fixture, verdict, Optional.of(receipt), stale, whole);
    }

    private ObjectNode after(Golden golden, ObjectNode now) {
        return Halves.asOldAs(before(golden), Halves.half(now, golden));
    }

    private Verdict alike(List<Golden> missing) {
        return missing.isEmpty() ? new Verdict.Same(fixture.name()) : Verdict.NoReceipt.of(fixture, missing);
    }

    /** In one table, where both halves are compared and speak of the same promotions. */
    private List<Difference> told(ObjectNode now, Map<Golden, List<Difference>> apart) {
        Optional<ObjectNode> was = apart.size() < Golden.values().length ? Optional.empty() : whole(this::before);
        Optional<ObjectNode> is = whole(golden -> after(golden, now));
        return was.map(before -> ReceiptDiff.of(before, is.orElseThrow()))
                .orElseGet(() -> apart.values().stream().flatMap(Collection::stream).toList());
    }

    private static Optional<ObjectNode> whole(Function<Golden, ObjectNode> half) {
        return Halves.whole(half.apply(Golden.MONEY), half.apply(Golden.SIMPLICITY));
    }
}
