package dev.plaindeal.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.InputText;
import dev.plaindeal.json.StrictJson;
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
import java.util.Set;

/** Prices baskets and compares receipts. Stateless and thread-safe. */
public final class Examiner {

    private Examiner() {}

    static Examined examine(Fixture fixture, PromotionEngine engine, Set<Golden> halves) {
        try {
            Receipt receipt = price(fixture.engine(engine), basket(fixture.basket()));
            return new GoldenFiles(fixture).against(receipt, halves);
        } catch (ProblemException refused) {
            return Examined.refused(fixture, refused.problems());
        } catch (RuntimeException | StackOverflowError fault) {
            // One fixture never stops the others, whatever it is that fails.
            return Examined.refused(fixture, List.of(Failure.unforeseen(fixture.basket().toString(), fault)));
        }
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

    /** A receipt as the tree that {@link ReceiptDiff} compares. */
    static ObjectNode json(Receipt receipt) {
        try {
            return (ObjectNode) StrictJson.ANY.read(ReceiptJson.line(receipt));
        } catch (StrictJson.NotJson impossible) {
            throw new IllegalStateException("a receipt is JSON", impossible);
        }
    }

    static ObjectNode json(Path receipt) {
        byte[] bytes = bytes(receipt);
        try {
            if (StrictJson.ANY.read(bytes) instanceof ObjectNode tree) {
                return tree;
            }
            throw notAReceipt(Place.of(receipt.toString()));
        } catch (StrictJson.NotJson wrong) {
            throw notAReceipt(wrong.in(receipt.toString()));
        } catch (IOException noText) {
            throw notAReceipt(Place.of(receipt.toString()));
        }
    }

    /** What is compared where there is no file. */
    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
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
