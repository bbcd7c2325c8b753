package dev.plaindeal.backtest;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Prices orders of the past under two rule books and adds up what differs.
 *
 * <p>The input is cut into blocks, any number of workers price them, and what comes of them is added up in the order of the input. So
 * the answer is the same for any number of workers, to the byte, and memory is bounded by the workers and by what is told apart (stores,
 * days, promotions), not by the orders.
 *
 * <p>{@link #run} prices each order by itself, with the limits it says are left; nothing is used up on the way. {@link #runInTime} lets
 * limits run out.
 *
 * <p>Immutable; every {@code with…} is another one. A reject file and a checkpoint serve one run at a time.
 */
public final class Backtest {

    /** Orders between two checkpoints: seconds, so that little is lost and little is spent. */
    private static final long USUAL_EVERY = 100_000;
    private static final long TELL_EVERY = 1_000;

    private final RuleBooks books;
    private final Setup setup;

    /** How it is run. */
    private record Setup(
            int workers,
            Instant now,
            Optional<RejectFile> rejects,
            MostBad mostBad,
            Optional<CheckpointFile> checkpoint,
            long every,
            String settings,
            RunProgress progress) {}

    private Backtest(RuleBooks books, Setup setup) {
        this.books = books;
        this.setup = setup;
    }

    /**
     * With one worker, any number of bad lines, no reject file and no checkpoint.
     *
     * @param now the moment for orders that name none
     */
    public static Backtest of(RuleBooks books, Instant now) {
        return new Backtest(books, new Setup(
                1, now, Optional.empty(), new MostBad.AnyNumber(), Optional.empty(), USUAL_EVERY, "", (step, lines) -> {}));
    }

    /** Priced by so many threads. */
    public Backtest withWorkers(int workers) {
        return new Backtest(books, new Setup(
                workers, setup.now, setup.rejects, setup.mostBad, setup.checkpoint, setup.every, setup.settings, setup.progress));
    }

    /** Bad lines are written there too. */
    public Backtest withRejects(RejectFile rejects) {
        return new Backtest(books, new Setup(
                setup.workers, setup.now, Optional.of(rejects), setup.mostBad, setup.checkpoint, setup.every, setup.settings, setup.progress));
    }

    /** With more bad lines than that there is no answer. */
    public Backtest withMostBad(MostBad mostBad) {
        return new Backtest(books, new Setup(
                setup.workers, setup.now, setup.rejects, mostBad, setup.checkpoint, setup.every, setup.settings, setup.progress));
    }

    /**
     * Goes on where the file says a run of the same stopped, and writes there how far this one is; the file is deleted at the end.
     *
     * @param every orders between two checkpoints, at least
     */
    public Backtest withCheckpoint(CheckpointFile checkpoint, long every) {
        return new Backtest(books, new Setup(
                setup.workers, setup.now, setup.rejects, setup.mostBad, Optional.of(checkpoint), every, setup.settings, setup.progress));
    }

    /** The same with a usual number of orders between two. */
    public Backtest withCheckpoint(CheckpointFile checkpoint) {
        return withCheckpoint(checkpoint, USUAL_EVERY);
    }

    /**
     * Says what else the answer depends on that cannot be seen from here, for instance which directory of codes the engines ask; a
     * checkpoint of a run with other settings is refused.
     */
    public Backtest withSettings(String settings) {
        return new Backtest(books, new Setup(
                setup.workers, setup.now, setup.rejects, setup.mostBad, setup.checkpoint, setup.every, settings, setup.progress));
    }

    /** Tells on the way how far the run is. */
    public Backtest withProgress(RunProgress progress) {
        return new Backtest(books, new Setup(
                setup.workers, setup.now, setup.rejects, setup.mostBad, setup.checkpoint, setup.every, setup.settings, progress));
    }

    /**
     * Reads and prices all orders.
     *
     * @throws ProblemException where a file cannot be read to its end, there are more bad lines than are put up with, or a checkpoint is
     *     of another run
     */
    public BacktestReport run(List<OrderFile> files) {
        RunName run = name(files);
        Optional<Checkpoint> begun = setup.checkpoint.flatMap(file -> file.read(run));
        Instant now = begun.map(Checkpoint::now).orElse(setup.now);
        Summary summary = new RunState(run, now, files, begun).finish();
        return BacktestReport.of(books, now, summary, List.of());
    }

    /**
     * Reads all orders, puts them into the order of time and prices them one after the other, so that budgets, uses, buyers' limits and
     * codes run out under each rule book as they would have. What orders say is left is not looked at. Orders that do not fit into
     * memory wait in the system's folder for temporary files; what is taken of limits, of each buyer too, is kept in memory.
     *
     * @throws ProblemException as {@link #run}; no checkpoint is read or written
     */
    public BacktestReport runInTime(List<OrderFile> files) {
        LimitedRun limited = new LimitedRun(books, files, setup.now);
        try (TimeSort sorted = new TimeSort(TimeSort.USUAL_MEMORY)) {
            RunState state = new RunState(name(files), setup.now, files, Optional.empty());
            state.readInto(sorted);
            sorted.sort();
            for (Optional<ArrivalOrder> next = sorted.poll(); next.isPresent(); next = sorted.poll()) {
                state.takeInTime(limited.add(next.get()));
            }
            state.summary.addAll(limited.summary());
            state.requireGood(setup.mostBad.allows(state.summary.bad(), state.lines));
            return BacktestReport.of(books, setup.now, state.summary, limited.limits());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RunName name(List<OrderFile> files) {
        StringBuilder orders = new StringBuilder();
        files.forEach(file -> orders.append(file.name()).append(' ').append(file.state()).append('\n'));
        return RunName.of(books.before().rules() + " " + books.after().rules(), orders.toString(),
                setup.rejects.map(RejectFile::name).orElse(""), setup.settings);
    }

    /** What is done with what comes of a block, in the order of the input. */
    @FunctionalInterface
    private interface DoneTaker {
        void take(BlockWork.Done done) throws IOException;
    }

    /** One run on its way. */
    private final class RunState {

        private final RunName run;
        private final Instant now;
        private final OrderBlocks blocks;
        private final Summary summary;
        private final Deque<Future<BlockWork.Done>> pending = new ArrayDeque<>();
        private InputSpot done;
        private long savedAt;
        /** That were seen so far, whether they are worked off or wait for their turn. */
        private long lines;
        /** That had their turn in the order of time. */
        private long inTime;

        RunState(RunName run, Instant now, List<OrderFile> files, Optional<Checkpoint> begun) {
            this.run = run;
            this.now = now;
            this.done = begun.map(Checkpoint::spot).orElse(InputSpot.START);
            this.blocks = new OrderBlocks(files, done);
            this.summary = begun.map(Checkpoint::summary).orElseGet(Summary::new);
            this.savedAt = summary.orders() + summary.bad();
            this.lines = savedAt;
            resumeRejects(begun.map(Checkpoint::rejected).orElse(0L));
        }

        private void resumeRejects(long length) {
            try {
                if (setup.rejects.isPresent()) {
                    setup.rejects.get().resume(length);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        Summary finish() {
            ExecutorService workers = Executors.newFixedThreadPool(setup.workers);
            try (blocks) {
                work(workers, block -> BlockWork.priced(books, now, block), this::take);
                requireGood(setup.mostBad.allows(summary.bad(), lines));
                if (setup.checkpoint.isPresent()) {
                    setup.checkpoint.get().delete();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } finally {
                workers.shutdownNow();
            }
            return summary;
        }

        void readInto(TimeSort sorted) throws IOException {
            ExecutorService workers = Executors.newFixedThreadPool(setup.workers);
            try (blocks) {
                work(workers, block -> BlockWork.read(books, now, block), done -> {
                    take(done, RunProgress.LineStep.READ);
                    for (ArrivalOrder order : done.arrived()) {
                        sorted.add(order);
                    }
                });
            } finally {
                workers.shutdownNow();
            }
        }

        /** The next in the order of time, empty where it is no bad line. */
        void takeInTime(Optional<BadLine> bad) throws IOException {
            inTime++;
            if (bad.isPresent()) {
                summary.refused(bad.get());
                reject(bad.get());
                requireGood(setup.mostBad.mayAllow(summary.bad()));
            }
            if (inTime % TELL_EVERY == 0) {
                setup.progress.at(RunProgress.LineStep.DONE, inTime);
            }
        }

        /** So many blocks are on their way that no worker waits, and no more. */
        private void work(ExecutorService workers, Function<OrderBlock, BlockWork.Done> work, DoneTaker taker) throws IOException {
            Optional<OrderBlock> next = next();
            while (next.isPresent() || !pending.isEmpty()) {
                while (next.isPresent() && pending.size() < 2 * setup.workers) {
                    OrderBlock block = next.get();
                    pending.add(workers.submit(() -> work.apply(block)));
                    next = next();
                }
                taker.take(result(pending.remove()));
            }
        }

        private Optional<OrderBlock> next() {
            try {
                return blocks.next();
            } catch (IOException failed) {
                InputSpot spot = blocks.spot();
                throw new ProblemException(List.of(Problem.error("unreadable-file", Place.of(blocks.file(), spot.lines() + 1, 0, ""),
                        "From here on this file cannot be read: " + Failure.reason(failed),
                        spot.bytes() > 0 ? "Maybe it is cut off; nothing is said of the others without it." : "")));
            }
        }

        private BlockWork.Done result(Future<BlockWork.Done> future) {
            try {
                return future.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while orders were priced", stopped);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(failed.getCause());
            }
        }

        private void take(BlockWork.Done block) throws IOException {
            take(block, RunProgress.LineStep.DONE);
            done = block.block().end();
            save();
        }

        private void take(BlockWork.Done block, RunProgress.LineStep step) throws IOException {
            summary.addAll(block.summary());
            lines += block.summary().orders() + block.summary().bad() + block.arrived().size();
            for (BadLine line : block.bad()) {
                reject(line);
            }
            setup.progress.at(step, lines);
            requireGood(setup.mostBad.mayAllow(summary.bad()));
        }

        private void reject(BadLine line) throws IOException {
            if (setup.rejects.isPresent()) {
                setup.rejects.get().add(line);
            }
        }

        private void save() throws IOException {
            if (setup.checkpoint.isPresent() && lines - savedAt >= setup.every) {
                long rejected = setup.rejects.isPresent() ? setup.rejects.get().saved() : 0;
                setup.checkpoint.get().write(new Checkpoint(run, now, done, rejected, summary));
                savedAt = lines;
            }
        }

        private void requireGood(boolean good) {
            if (!good) {
                List<Problem> problems = new ArrayList<>(summary.shown());
                problems.add(Problem.error("too-many-bad-lines", Place.of(blocks.file()), summary.bad() + " of " + lines
                        + " lines are bad, more than are put up with", "Mend them, or allow more"));
                throw new ProblemException(problems);
            }
        }
    }
}
