package dev.plaindeal.verify;

import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The halves of the receipt a basket is expected to get, each a file beside it, so that an edit of a weight of simplicity
 * rewrites no file with money in it.
 */
public enum Golden {
    /** What is paid, by whom and why, and what the buyer is told. */
    MONEY(".receipt.json", ReceiptJson::money),
    /** How simple it looks. */
    SIMPLICITY(".simplicity.json", ReceiptJson::simplicity);

    private final String ending;
    private final Function<Receipt, String> text;

    Golden(String ending, Function<Receipt, String> text) {
        this.ending = ending;
        this.text = text;
    }

    /** How the names of its files end. */
    public String ending() {
        return ending;
    }

    /** The file of this half for a basket, whether or not it is there. */
    public Path of(Fixture fixture) {
        return fixture.file(ending);
    }

    /** This half of a receipt as it stands in its file. */
    String text(Receipt receipt) {
        return text.apply(receipt);
    }
}
