package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.pages.FrontierPage;
import dev.plaindeal.pages.ReceiptPage;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.tax.TaxFacts;
import dev.plaindeal.tax.TaxFactsJson;
import java.util.List;

/** Forms in which baskets that are priced are told; lower case because the command line is. Each ends with a line's end. */
enum ReceiptFormat {
    /** For people: an empty line between two receipts. */
    text("\n") {
        @Override
        String receipt(PromotionEngine engine, Receipt receipt, Basket basket, Extent extent) {
            return engine.text(receipt, basket.locale());
        }

        @Override
        String frontier(PromotionEngine engine, Basket basket) {
            return FrontierTable.text(engine, basket);
        }

        /** Standard error says it. */
        @Override
        String refused(List<Problem> problems) {
            return "";
        }
    },
    /** What the buyer reads, in the basket's language. */
    buyer("\n") {
        @Override
        String receipt(PromotionEngine engine, Receipt receipt, Basket basket, Extent extent) {
            return engine.buyerText(receipt, basket.locale());
        }

        /** Buyers do not choose among stacks; {@link Evaluate} asks for none. */
        @Override
        String frontier(PromotionEngine engine, Basket basket) {
            throw new IllegalStateException("buyers are not shown stacks that were not chosen");
        }

        @Override
        String refused(List<Problem> problems) {
            return "";
        }
    },
    /** For machines: JSON lines, or one receipt indented. */
    json("") {
        @Override
        String receipt(PromotionEngine engine, Receipt receipt, Basket basket, Extent extent) {
            return switch (extent) {
                case LINE -> ReceiptJson.line(receipt) + "\n";
                case INDENTED -> ReceiptJson.pretty(receipt);
            };
        }

        @Override
        String frontier(PromotionEngine engine, Basket basket) {
            return FrontierTable.json(engine, basket);
        }

        @Override
        String refused(List<Problem> problems) {
            return ProblemJson.line(problems) + "\n";
        }
    },
    /** For a tax engine: who paid what, as JSON. */
    tax("") {
        @Override
        String receipt(PromotionEngine engine, Receipt receipt, Basket basket, Extent extent) {
            TaxFacts facts = TaxFacts.of(receipt);
            return switch (extent) {
                case LINE -> TaxFactsJson.line(facts) + "\n";
                case INDENTED -> TaxFactsJson.pretty(facts);
            };
        }

        /** Nobody paid for a stack that was not chosen; {@link Evaluate} asks for none. */
        @Override
        String frontier(PromotionEngine engine, Basket basket) {
            throw new IllegalStateException("stacks that were not chosen have no tax facts");
        }

        @Override
        String refused(List<Problem> problems) {
            return ProblemJson.line(problems) + "\n";
        }
    },
    /** For people with a browser: one page for all, which ends when the baskets do. */
    html("") {
        @Override
        String receipt(PromotionEngine engine, Receipt receipt, Basket basket, Extent extent) {
            return ReceiptPage.section(receipt, basket.locale());
        }

        @Override
        String frontier(PromotionEngine engine, Basket basket) {
            return FrontierPage.section(basket.id(), engine.frontier(basket));
        }

        @Override
        String refused(List<Problem> problems) {
            return ReceiptPage.refused(problems);
        }

        @Override
        String opening() {
            return ReceiptPage.opening();
        }

        @Override
        String ending() {
            return ReceiptPage.ending();
        }
    };

    /** How much room one receipt has. */
    enum Extent {
        /** One of several, a line each. */
        LINE,
        /** The only one. */
        INDENTED
    }

    private final String between;

    ReceiptFormat(String between) {
        this.between = between;
    }

    /** What stands between two answers. */
    String between() {
        return between;
    }

    /** What stands before all answers. */
    String opening() {
        return "";
    }

    /** What stands after all answers. */
    String ending() {
        return "";
    }

    abstract String receipt(PromotionEngine engine, Receipt receipt, Basket basket, Extent extent);

    /** Every stack that none beats. */
    abstract String frontier(PromotionEngine engine, Basket basket);

    /** In place of a receipt, where there is none. */
    abstract String refused(List<Problem> problems);
}
