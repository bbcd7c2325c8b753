package dev.plaindeal.backtest;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the orders of one block, and prices them under both rule books. One of these is used once, by one thread. */
final class BlockWork {

    private final RuleBooks books;
    private final Instant now;
    private final OrderBlock block;
    private final LineTaker taker;
    private final Summary summary = new Summary();
    private final List<BadLine> bad = new ArrayList<>();
    private final List<ArrivalOrder> arrived = new ArrayList<>();

    /**
     * What came of a block.
     *
     * @param block what was cut out of the input
     * @param summary of its orders
     * @param bad its bad lines, in their order
     * @param arrived its orders, where they are only read
     */
    record Done(OrderBlock block, Summary summary, List<BadLine> bad, List<ArrivalOrder> arrived) {}

    /** What is done with an order that could be read; empty where it could be done. */
    @FunctionalInterface
    private interface LineTaker {
        Optional<BadLine> take(BlockWork work, int line, byte[] json, BasketReading reading);
    }

    private BlockWork(RuleBooks books, Instant now, OrderBlock block, LineTaker taker) {
        this.books = books;
        this.now = now;
        this.block = block;
        this.taker = taker;
    }

    /** Prices its orders, each by itself. */
    static Done priced(RuleBooks books, Instant now, OrderBlock block) {
        return new BlockWork(books, now, block, BlockWork::price).done();
    }

    /** Only reads them, to be priced in the order of time. */
    static Done read(RuleBooks books, Instant now, OrderBlock block) {
        return new BlockWork(books, now, block, BlockWork::arrive).done();
    }

    private Done done() {
        switch (block.fit()) {
            case WHOLE -> lines();
            case CUT -> tooLong();
        }
        return new Done(block, summary, bad, arrived);
    }

    private void lines() {
        byte[] bytes = block.bytes();
        int line = block.begin().lines();
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            line++;
            if (!isBlank(bytes, from, to)) {
                order(line, Arrays.copyOfRange(bytes, from, to));
            }
            from = to + 1;
        }
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private void order(int line, byte[] json) {
        BasketReading reading = BasketReader.readLine(block.file(), line, json, now);
        Optional<BadLine> bad = reading.basket().isEmpty()
                ? Optional.of(new BadLine(json, reading.problems()))
                : taker.take(this, line, json, reading);
        bad.ifPresent(this::refuse);
    }

    private Optional<BadLine> price(int line, byte[] json, BasketReading reading) {
        return RefusedOrder.tried(block.file(), line, json, () -> {
            summary.add(books, books.price(reading.orThrow()), json, json);
            if (reading.filledIn().isPresent()) {
                summary.countWithoutMoment();
            }
        });
    }

    private Optional<BadLine> arrive(int line, byte[] json, BasketReading reading) {
        if (reading.filledIn().isPresent()) {
            return Optional.of(new BadLine(json, List.of(Problem.error("no-moment", Place.of(block.file(), line, 0, ""),
                    "This order does not say when it was placed, and limits run out in the order of time", "Add \"at\""))));
        }
        arrived.add(new ArrivalOrder(reading.orThrow().at(), block.begin().file(), line, json));
        return Optional.empty();
    }

    private void refuse(BadLine line) {
        summary.refused(line);
        bad.add(line);
    }

    private void tooLong() {
        Problem problem = Problem.error("input-too-large", Place.of(block.file(), block.begin().lines() + 1, 0, ""),
                "An order has at most " + BasketReader.MOST_BYTES + " bytes, this line has more",
                "Each order stands on a line of its own. Of this line only the beginning is kept");
        refuse(new BadLine(block.bytes(), List.of(problem)));
    }
}
