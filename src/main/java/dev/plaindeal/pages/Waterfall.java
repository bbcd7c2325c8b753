package dev.plaindeal.pages;

import dev.plaindeal.money.Money;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Receipt.Applied;

/** From the list price to the price to pay, a step for each promotion, each in the colours of who pays for it. For one thread. */
final class Waterfall {

    private final Html html;
    private final Receipt receipt;
    private final long whole;
    private Money running;

    private Waterfall(Html html, Receipt receipt) {
        this.html = html;
        this.receipt = receipt;
        this.running = receipt.subtotal().plus(receipt.shipping());
        this.whole = running.minor();
    }

    static void write(Html html, Receipt receipt) {
        new Waterfall(html, receipt).write();
    }

    private void write() {
        html.element("h3", "From the list price to the price to pay");
        legend();
        Table table = Table.open(html, "What each promotion takes off, and who pays for it", "Step", "Picture", "#Amount", "#Left to pay");
        row(table, "List price", "total", receipt.subtotal(), receipt.subtotal());
        if (!receipt.shipping().isZero()) {
            row(table, "Shipping", "step", receipt.shipping(), running);
        }
        Layer last = null;
        for (Applied applied : receipt.applied()) {
            if (applied.layer() != last) {
                last = applied.layer();
                group(last);
            }
            step(table, applied);
        }
        rounding(table);
        row(table, receipt.balances().isEmpty() ? "To pay" : "Total", "total", receipt.total(), receipt.total());
        balances(table);
        table.close();
    }

    private void legend() {
        html.open("p", "class", "soft");
        Bars.swatch(html, "store");
        html.text(" the store pays " + receipt.funders().store() + "  ");
        Bars.swatch(html, "platform");
        html.text(" the platform pays " + receipt.funders().platform() + "  ");
        Bars.swatch(html, "pay");
        html.text(" the buyer pays");
        html.close();
    }

    private void group(Layer layer) {
        html.open("tr", "class", "group");
        html.element("th", layer.key().replace('-', ' '), "scope", "colgroup", "colspan", "4");
        html.close();
    }

    private void row(Table table, String name, String kind, Money amount, Money left) {
        table.row(name, kind).picture(() -> picture(() -> bar("pay", 0, kind.equals("total") ? amount.minor() : left.minor())));
        table.cell(amount.toString()).cell(left.toString()).end();
    }

    private void step(Table table, Applied applied) {
        Money before = running;
        running = running.minus(applied.discount());
        Money left = running;
        table.row(name(applied), "step").picture(() -> picture(() -> {
            bar("pay", 0, left.minor());
            bar("store", left.minor(), applied.funders().store().minor());
            bar("platform", left.plus(applied.funders().store()).minor(), applied.funders().platform().minor());
        }));
        table.cell(before.minus(left).negated().toString()).cell(left.toString()).end();
    }

    private static String name(Applied applied) {
        String code = applied.code().isEmpty() ? "" : ", code " + applied.code();
        String store = applied.store().isEmpty() ? "" : ", " + applied.store();
        String gift = applied.gift().map(added -> ", gift: " + added.quantity() + " x " + added.name()).orElse("");
        return applied.id() + code + store + (applied.capped() ? ", at its cap" : "") + gift;
    }

    private void rounding(Table table) {
        receipt.rounding().filter(rounding -> !rounding.amount().isZero()).ifPresent(rounding -> {
            running = running.plus(rounding.amount());
            row(table, "Rounding", "step", rounding.amount(), running);
        });
    }

    private void balances(Table table) {
        if (receipt.balances().isEmpty()) {
            return;
        }
        Money left = receipt.total();
        for (Receipt.BalancePayment paid : receipt.balances()) {
            left = left.minus(paid.amount());
            row(table, paid.units() + " " + paid.name() + " (" + paid.id() + ")", "step", paid.amount().negated(), left);
        }
        row(table, "To pay", "total", receipt.toPay(), receipt.toPay());
    }

    private void picture(Runnable bars) {
        html.open("svg");
        bars.run();
        html.close();
    }

    private void bar(String kind, long from, long length) {
        Bars.bar(html, kind, Bars.share(from, whole), Bars.share(length, whole));
    }
}
