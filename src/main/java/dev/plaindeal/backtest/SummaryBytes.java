package dev.plaindeal.backtest;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.Severity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A summary as bytes and back, for a run that goes on later or elsewhere. Never for people, and of one version only. */
final class SummaryBytes {

    private SummaryBytes() {}

    static void write(Summary summary, DataOutput out) throws IOException {
        out.writeLong(summary.orders());
        out.writeLong(summary.bad());
        out.writeLong(summary.withoutMoment());
        out.writeInt(summary.byCurrency().size());
        for (Map.Entry<String, CurrencySums> currency : summary.byCurrency().entrySet()) {
            text(currency.getKey(), out);
            write(currency.getValue(), out);
        }
        writeChanged(summary.mostChanged(), out);
        writeBad(summary, out);
    }

    static Summary read(DataInput in) throws IOException {
        Summary summary = new Summary();
        summary.restore(in.readLong(), in.readLong(), in.readLong());
        for (int currencies = in.readInt(); currencies > 0; currencies--) {
            read(summary.of(text(in)), in);
        }
        for (int changed = in.readInt(); changed > 0; changed--) {
            summary.changed(new ChangedOrder(text(in), text(in), in.readLong(), in.readLong(), bytes(in), bytes(in)));
        }
        readBad(summary, in);
        return summary;
    }

    private static void write(CurrencySums sums, DataOutput out) throws IOException {
        for (Breakdown by : Breakdown.values()) {
            Map<String, RowSums> rows = sums.by(by);
            out.writeInt(rows.size());
            for (Map.Entry<String, RowSums> row : rows.entrySet()) {
                text(row.getKey(), out);
                row.getValue().write(out);
            }
        }
    }

    private static void read(CurrencySums sums, DataInput in) throws IOException {
        for (Breakdown by : Breakdown.values()) {
            for (int rows = in.readInt(); rows > 0; rows--) {
                sums.row(by, text(in)).read(in);
            }
        }
    }

    private static void writeChanged(MostChanged most, DataOutput out) throws IOException {
        out.writeInt(most.all().size());
        for (ChangedOrder order : most.all()) {
            text(order.order(), out);
            text(order.currency(), out);
            out.writeLong(order.pays());
            out.writeLong(order.score());
            bytes(order.before(), out);
            bytes(order.after(), out);
        }
    }

    private static void writeBad(Summary summary, DataOutput out) throws IOException {
        out.writeInt(summary.badByCode().size());
        for (Map.Entry<String, Long> code : summary.badByCode().entrySet()) {
            text(code.getKey(), out);
            out.writeLong(code.getValue());
        }
        out.writeInt(summary.shown().size());
        for (Problem problem : summary.shown()) {
            write(problem, out);
        }
    }

    private static void readBad(Summary summary, DataInput in) throws IOException {
        for (int codes = in.readInt(); codes > 0; codes--) {
            summary.badByCode().put(text(in), in.readLong());
        }
        for (int problems = in.readInt(); problems > 0; problems--) {
            summary.shown().add(problem(in));
        }
    }

    private static void write(Problem problem, DataOutput out) throws IOException {
        Place place = problem.place();
        text(problem.code(), out);
        text(problem.severity().name(), out);
        text(place.file(), out);
        out.writeInt(place.line());
        out.writeInt(place.column());
        text(place.pointer(), out);
        text(place.source(), out);
        text(problem.message(), out);
        text(problem.hint(), out);
    }

    private static Problem problem(DataInput in) throws IOException {
        String code = text(in);
        Severity severity = Severity.valueOf(text(in));
        Place place = new Place(text(in), in.readInt(), in.readInt(), text(in), text(in));
        return new Problem(code, severity, place, text(in), text(in));
    }

    private static void text(String text, DataOutput out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static String text(DataInput in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
