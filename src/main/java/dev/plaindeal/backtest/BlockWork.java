package dev.plaindeal.backtest;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prices the orders of one block under both rule books. One of these is used once, by one thread. */
final class BlockWork {

    private final RuleBooks books;
    private final Instant now;
    private final OrderBlock block;
    private final Summary summary = new Summary();
    private final List<BadLine> bad = new ArrayList<>();

    /**
     * What came of a block.
     *
     * @param block what was cut out of the input
     * @param summary of its orders
     * @param bad its bad lines, in their order
     */
    record Done(OrderBlock block, Summary summary, List<BadLine> bad) {}

    private BlockWork(RuleBooks books, Instant now, OrderBlock block) {
        this.books = books;
        this.now = now;
        this.block = block;
    }

    static Done of(RuleBooks books, Instant now, OrderBlock block) {
        BlockWork work = new BlockWork(books, now, block);
        switch (block.fit()) {
            case WHOLE -> work.lines();
            case CUT -> work.tooLong();
        }
        return new Done(block, work.summary, work.bad);
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
        if (reading.basket().isEmpty()) {
            refuse(new BadLine(json, reading.problems()));
            return;
        }
        try {
            add(books.price(reading.basket().get()), json);
            if (reading.filledIn().isPresent()) {
                summary.countWithoutMoment();
            }
        } catch (ProblemException refused) {
            refuse(new BadLine(json, refused.problems().stream().map(problem -> at(line, problem)).toList()));
        } catch (ArithmeticException tooLarge) {
            refuse(new BadLine(json, List.of(tooLarge(line))));
        } catch (RuntimeException unforeseen) {
            refuse(new BadLine(json, List.of(at(line, Failure.unforeseen(block.file(), unforeseen)))));
        }
    }

    private Problem at(int line, Problem problem) {
        Place place = new Place(block.file(), line, 0, problem.place().pointer(), "");
        return new Problem(problem.code(), problem.severity(), place, problem.message(), problem.hint());
    }

    private Problem tooLarge(int line) {
        return Problem.error("overflow", Place.of(block.file(), line, 0, ""), "The amounts of this order are too large to be priced exactly",
                "No total may be above " + Basket.LARGEST_TOTAL + " minor units");
    }

    private void add(PricedTwice priced, byte[] json) {
        summary.count();
        String currency = priced.basket().currency().code();
        OrderTally.add(books, summary.of(currency), priced);
        if (priced.isTouched()) {
            long score = Tenths.of(priced.after().look().simplicity().score()) - Tenths.of(priced.before().look().simplicity().score());
            summary.changed(new ChangedOrder(priced.basket().id(), currency, priced.morePaid().minor(), score, json));
        }
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
