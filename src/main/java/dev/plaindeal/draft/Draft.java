package dev.plaindeal.draft;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A new promotion as files: its rule, and two baskets with their receipts, one that just qualifies and one that just
 * misses it. Immutable.
 */
public final class Draft {

    private final Answers answers;
    private final RuleFileText rule;

    private Draft(Answers answers) {
        this.answers = answers;
        this.rule = new RuleFileText(answers);
    }

    /**
     * A draft from complete answers.
     *
     * @throws IllegalArgumentException with a sentence for the author when one is missing or they do not go together
     */
    public static Draft of(Answers answers) {
        answers.check();
        if (!answers.missing().isEmpty()) {
            throw new IllegalArgumentException(answers.missing().get(0).flag() + " is missing");
        }
        return new Draft(answers);
    }

    /** Its id. */
    public String id() {
        return answers.id();
    }

    /** Where its rule belongs, below the rules folder. */
    public String rulePath() {
        return rule.path();
    }

    /** The text of its rule file. */
    public String ruleText() {
        return rule.text();
    }

    /**
     * Its baskets and their receipts.
     *
     * @param files text by path below the fixtures folder
     * @param qualifying the receipt of the basket that just qualifies
     * @param missing the receipt of the basket that just misses it
     */
    public record FixtureFiles(Map<String, String> files, Receipt qualifying, Receipt missing) {}

    /**
     * Makes its fixtures.
     *
     * @param engine all rules with the new one among them
     * @param now the moment for a promotion without dates
     */
    public FixtureFiles fixtures(PromotionEngine engine, Instant now) {
        Samples samples = new Samples(answers, engine, now);
        Sample qualifying = samples.qualifying();
        Sample missing = samples.missing(qualifying);
        Map<String, String> files = new LinkedHashMap<>();
        Receipt gets = samples.receipt(qualifying);
        Receipt misses = samples.receipt(missing);
        put(files, qualifying, gets);
        put(files, missing, misses);
        return new FixtureFiles(files, gets, misses);
    }

    private void put(Map<String, String> files, Sample sample, Receipt receipt) {
        String path = rule.folder() + "/" + sample.id();
        files.put(path + ".basket.json", sample.json());
        files.put(path + ".receipt.json", ReceiptJson.money(receipt));
        files.put(path + ".simplicity.json", ReceiptJson.simplicity(receipt));
    }
}
