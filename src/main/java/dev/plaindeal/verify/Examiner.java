package dev.plaindeal.verify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.InputText;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prices baskets and compares receipts. Stateless and thread-safe. */
public final class Examiner {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Examiner() {}

    static Examined examine(Fixture fixture, PromotionEngine engine) {
        try {
            Receipt receipt = price(engine, basket(fixture.basket()));
            return new Examined(fixture, compared(fixture, receipt), Optional.of(receipt));
        } catch (ProblemException refused) {
            return refused(fixture, refused.problems());
        } catch (RuntimeException | StackOverflowError fault) {
            // One fixture never stops the others, whatever it is that fails.
            return refused(fixture, List.of(Failure.unforeseen(fixture.basket().toString(), fault)));
        }
    }

    /** A fixture that cannot be used, and why. */
    static Examined refused(Fixture fixture, List<Problem> problems) {
        return new Examined(fixture, new Verdict.Refused(fixture.name(), problems), Optional.empty());
    }

    /**
     * The basket of a fixture file; a fixture has to name its moment.
     *
     * @throws ProblemException when it cannot be read
     */
    static Basket basket(Path file) {
        BasketReading reading = BasketReader.read(file.toString(), bytes(file), Instant.EPOCH);
        if (reading.filledIn().isPresent() && reading.basket().isPresent()) {
            throw problem(
                    "no-moment",
                    Place.of(file.toString()),
                    "the basket does not say when it is, so its receipt would change with the clock",
                    "Add \"at\", for instance \"at\": \"2026-11-22T20:00:00-05:00\".");
        }
        return reading.orThrow();
    }

    /**
     * The receipt of a basket.
     *
     * @throws ProblemException when its amounts are too large
     */
    public static Receipt price(PromotionEngine engine, Basket basket) {
        try {
            return engine.evaluate(basket);
        } catch (ArithmeticException tooLarge) {
            throw problem(
                    "overflow",
                    Place.of(basket.id()),
                    "the amounts of this basket are too large to be priced exactly",
                    "No total may be above " + Basket.LARGEST_TOTAL + " minor units.");
        }
    }

    private static Verdict compared(Fixture fixture, Receipt receipt) {
        if (!Files.exists(fixture.receipt())) {
            return new Verdict.NoReceipt(fixture.name(), fixture.receipt());
        }
        List<Difference> differences = ReceiptDiff.of(json(fixture.receipt()), json(receipt));
        return differences.isEmpty()
                ? new Verdict.Same(fixture.name())
                : new Verdict.Different(fixture.name(), differences);
    }

    /** A receipt as the tree that {@link ReceiptDiff} compares. */
    static JsonNode json(Receipt receipt) {
        try {
            return JSON.readTree(ReceiptJson.line(receipt));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a receipt is JSON", impossible);
        }
    }

    private static JsonNode json(Path receipt) {
        byte[] bytes = bytes(receipt);
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (tree.isObject()) {
                return tree;
            }
            throw notAReceipt(Place.of(receipt.toString()));
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            int column = wrong.getLocation() == null ? 0 : wrong.getLocation().getColumnNr();
            throw notAReceipt(Place.of(receipt.toString(), line, column, ""));
        } catch (IOException noText) {
            throw notAReceipt(Place.of(receipt.toString()));
        }
    }

    private static ProblemException notAReceipt(Place at) {
        return problem("not-a-receipt", at, "this is not a receipt", "Delete it, and write it anew with --update.");
    }

    private static byte[] bytes(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw problem("not-a-file", Place.of(file.toString()), "this is no file", "Put a file here.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return InputText.bytes(file.toString(), in);
        } catch (IOException unreadable) {
            throw problem(
                    "unreadable-file",
                    Place.of(file.toString()),
                    "this file cannot be read: " + Failure.reason(unreadable),
                    "Check who may read it.");
        }
    }

    private static ProblemException problem(String code, Place at, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, at, message, hint)));
    }
}
