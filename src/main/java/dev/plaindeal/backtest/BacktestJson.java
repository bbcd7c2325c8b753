package dev.plaindeal.backtest;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.ReceiptJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Writes a report for machines, everything in it; {@code backtest.schema.json} says what is what. */
public final class BacktestJson {

    /** The number of the form written here. Keys may be added to it. */
    public static final int FORMAT = 1;

    private BacktestJson() {}

    /** One JSON object without a line end. */
    public static String of(BacktestReport report) {
        return JsonWriter.line(out -> report(out, report));
    }

    private static void report(JsonWriter out, BacktestReport report) {
        out.whole("format", FORMAT);
        out.object("rules", () -> {
            out.text("before", report.rulesBefore());
            out.text("after", report.rulesAfter());
        });
        out.whole("orders", report.orders());
        out.whole("bad", report.bad());
        if (report.bad() > 0) {
            out.object("badByCode", () -> report.badByCode().forEach(out::whole));
            out.objects("problems", report.problems(), ProblemJson::fields);
        }
        if (report.withoutMoment() > 0) {
            out.whole("withoutMoment", report.withoutMoment());
            out.text("now", report.now().toString());
        }
        out.objects("currencies", report.byCurrency().entrySet(), BacktestJson::currency);
        out.objectsIfAny("limits", report.limits(), BacktestJson::limit);
        out.objects("mostChanged", report.mostChanged(), BacktestJson::changed);
    }

    private static void limit(JsonWriter out, LimitReport limit) {
        out.text("limit", limit.name());
        out.text("unit", limit.unit());
        for (BookSide side : BookSide.values()) {
            out.object(side.key(), () -> limit(out, limit.unit(), limit.on(side)));
        }
    }

    private static void limit(JsonWriter out, String unit, LimitUse use) {
        out.text("most", SumText.amount(BigInteger.valueOf(use.most()), unit));
        out.text("taken", SumText.amount(use.taken(), unit));
        use.ended().ifPresent(at -> {
            out.text("ended", at.toOffsetDateTime().toString());
            out.text("endedBy", use.endedBy());
        });
        out.whole("refused", use.refused());
        if (use.refused() > 0) {
            out.objects("instead", use.paid().entrySet(), (paid, sum) -> {
                paid.text("currency", sum.getKey());
                paid.text("paid", SumText.money(sum.getValue(), sum.getKey()));
                paid.text("wouldHavePaid", SumText.money(use.wouldHavePaid().get(sum.getKey()), sum.getKey()));
            });
        }
    }

    private static void currency(JsonWriter out, Map.Entry<String, CurrencySums> entry) {
        String currency = entry.getKey();
        CurrencySums sums = entry.getValue();
        out.text("currency", currency);
        out.object("all", () -> row(out, currency, Breakdown.ALL, sums.all()));
        for (Breakdown by : Breakdown.values()) {
            if (by != Breakdown.ALL) {
                out.objects(by.key(), sums.by(by).entrySet(), (item, row) -> {
                    item.text("name", row.getKey());
                    row(item, currency, by, row.getValue());
                });
            }
        }
    }

    private static void row(JsonWriter out, String currency, Breakdown by, RowSums row) {
        if (by.isOfWholeOrders()) {
            out.number("touched", new BigDecimal(row.touched()));
            out.number("dearer", new BigDecimal(row.dearer()));
            out.text("dearerBy", SumText.money(row.dearerBy(), currency));
            out.number("cheaper", new BigDecimal(row.cheaper()));
            out.text("cheaperBy", SumText.money(row.cheaperBy(), currency));
        }
        for (BookSide side : BookSide.values()) {
            out.object(side.key(), () -> side(out, currency, by, row, side));
        }
        out.object("change", () -> by.measures().stream()
                .filter(measure -> measure.unit() == SumKind.Unit.MONEY)
                .forEach(measure -> out.text(measure.key(), SumText.money(row.change(measure), currency))));
    }

    private static void side(JsonWriter out, String currency, Breakdown by, RowSums row, BookSide side) {
        for (SumKind measure : by.measures()) {
            switch (measure.unit()) {
                case MONEY -> out.text(measure.key(), SumText.money(row.get(side, measure), currency));
                case COUNT -> out.number(measure.key(), new BigDecimal(row.get(side, measure)));
                case TENTHS -> SumText.meanScore(row, side).ifPresent(mean -> out.number(measure.key(), mean));
            }
        }
        if (by.measures().contains(SumKind.BELOW_FLOOR)) {
            SumText.belowFloor(row, side).ifPresent(share -> out.number("belowFloorPercent", share));
        }
    }

    private static void changed(JsonWriter out, PricedTwice order) {
        out.text("order", order.basket().id());
        out.text("market", order.basket().market());
        out.text("currency", order.basket().currency().code());
        out.money("pays", order.morePaid());
        out.object("before", () -> ReceiptJson.fields(out, order.before()));
        out.object("after", () -> ReceiptJson.fields(out, order.after()));
    }
}
