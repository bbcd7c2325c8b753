package dev.plaindeal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Does the same to many things on every core, and hands the answers back in the order of the things. */
public final class Workers implements AutoCloseable {

    private final ExecutorService pool = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), Workers::thread);

    /** As many workers as there are cores. */
    public Workers() {}

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plaindeal-worker");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does the work for each thing. What the work throws is thrown here, for the first thing of the list that failed.
     *
     * @param progress told how many are done, from any thread
     */
    public <T, R> List<R> all(List<T> things, Function<? super T, ? extends R> work, IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        List<Future<R>> answers = new ArrayList<>(things.size());
        for (T thing : things) {
            answers.add(pool.submit(() -> {
                R answer = work.apply(thing);
                progress.accept(done.incrementAndGet());
                return answer;
            }));
        }
        List<R> inOrder = new ArrayList<>(things.size());
        answers.forEach(answer -> inOrder.add(wait(answer)));
        return inOrder;
    }

    private static <R> R wait(Future<R> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
