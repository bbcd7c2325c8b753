package dev.plaindeal.pages;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Receipt.Rejected;
import java.util.List;

/**
 * Receipts as one page: a waterfall from the list price to the price to pay, the buyer's seconds, and what was not applied and why.
 *
 * <p>A page is {@link #opening}, any number of sections, {@link #ending}: it can be sent as it is made, in the memory of one basket.
 * Pure and thread-safe. A receipt of 112.40 with 20.00 off shows three steps and 97.39 at the end.
 */
public final class ReceiptPage {

    private ReceiptPage() {}

    /** The beginning. */
    public static String opening() {
        return ReportFrame.opening("What the buyer pays, and why");
    }

    /** The end. */
    public static String ending() {
        return ReportFrame.ENDING;
    }

    /**
     * One receipt.
     *
     * @param locale of the buyer, BCP 47: the language of what the buyer reads
     */
    public static String section(Receipt receipt, String locale) {
        Html html = new Html();
        html.open("section", "class", "card");
        html.element("h2", receipt.basket());
        write(html, receipt, locale);
        html.close();
        return html.markup();
    }

    static void write(Html html, Receipt receipt, String locale) {
        html.element("p", receipt.look().headline().text(), "class", "headline", "lang", locale, "dir", "auto");
        html.element("p", receipt.market() + ", " + receipt.channel() + ", " + receipt.at() + ", strategy " + receipt.strategy().key()
                + ", rules " + receipt.rules(), "class", "soft");
        Waterfall.write(html, receipt);
        if (!receipt.couldSave().isZero()) {
            html.element("p", "The search was cut short; another combination could save up to " + receipt.couldSave() + " more.");
        }
        later(html, receipt);
        SecondsBar.write(html, receipt.look().simplicity());
        refusals(html, receipt.rejected());
        nearMisses(html, receipt.nearMisses());
        lines(html, receipt);
    }

    private static void later(Html html, Receipt receipt) {
        if (receipt.later().isEmpty()) {
            return;
        }
        html.element("h3", "Promised for later");
        Table table = Table.open(html, "No part of today's price", "Promotion", "#Worth", "What");
        receipt.later().forEach(one -> table.row(one.id()).cell(one.amount().toString()).cell(one.message()).end());
        table.close();
    }

    private static void refusals(Html html, List<Rejected> rejected) {
        if (rejected.isEmpty()) {
            return;
        }
        html.element("h3", "Not applied");
        Table table = Table.open(html, "Promotions and codes that gave nothing", "Promotion", "Why");
        rejected.forEach(one -> table.row(name(one)).cell(one.message()).end());
        table.close();
    }

    private static String name(Rejected one) {
        return one.code().isEmpty() ? one.id() : "code " + one.code() + (one.id().isEmpty() ? "" : " (" + one.id() + ")");
    }

    private static void nearMisses(Html html, List<Receipt.NearMiss> misses) {
        if (misses.isEmpty()) {
            return;
        }
        html.element("h3", "Nearly there");
        Table table = Table.open(html, "What a little more would bring", "Promotion", "#Saves", "#To pay then", "How");
        misses.forEach(miss -> table.row(miss.id()).cell(miss.saves().toString()).cell(miss.pay().toString()).cell(miss.message()).end());
        table.close();
    }

    private static void lines(Html html, Receipt receipt) {
        html.element("h3", "Line by line");
        Table table = Table.open(html, "What each line costs", "Line", "#Quantity", "#List price", "#Price to pay");
        receipt.lines().forEach(line -> table.row(line.sku() + ", " + line.store())
                .cell(String.valueOf(line.quantity()))
                .cell(line.list().toString())
                .cell(line.net().toString())
                .end());
        table.close();
    }

    /** What stands in the place of a receipt that could not be made. */
    public static String refused(List<Problem> problems) {
        Html html = new Html();
        html.open("section", "class", "card").element("h2", "A basket that cannot be priced");
        ProblemList.write(html, problems);
        html.close();
        return html.markup();
    }
}
