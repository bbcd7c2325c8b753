package dev.plaindeal.backtest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * A part of a backtest, priced by somebody else's machinery, for instance one partition of a cluster: orders are added one by one, what is
 * known of them travels as bytes, and all parts together give the report that one run would have given. Each order is priced by itself;
 * limits do not run out. For one thread.
 *
 * <p>Parts have to be put together in the same order each time, where the bad lines shown are to be the same.
 */
public final class BacktestPart {

    private final RuleBooks books;
    private final Instant now;
    private final Summary summary = new Summary();

    /**
     * A part without orders.
     *
     * @param now the moment for orders that name none
     */
    public BacktestPart(RuleBooks books, Instant now) {
        this.books = books;
        this.now = now;
    }

    /**
     * Adds the order on a line, or counts the line as bad; a blank line is none.
     *
     * @param file for the place of a problem
     * @param line for the place of a problem, from 1
     * @param json without a line end
     */
    public void add(String file, int line, byte[] json) {
        InputSpot begin = new InputSpot(0, 0, line - 1);
        summary.addAll(BlockWork.priced(books, now, new OrderBlock(file, begin, begin.after(json.length, 1), json, OrderBlock.Fit.WHOLE)).summary());
    }

    /** Adds what another part of the same backtest knows. */
    public void addAll(byte[] part) {
        try {
            summary.addAll(SummaryBytes.read(new DataInputStream(new ByteArrayInputStream(part))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is known so far; for the same version of this program only. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SummaryBytes.write(summary, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The report of all orders added. */
    public BacktestReport report() {
        return BacktestReport.of(books, now, summary, List.of());
    }
}
