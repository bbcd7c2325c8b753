package dev.plaindeal.studio;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.receipt.PromotionScore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The scores of all promotions on disk, worked out beside everything else: the list does not wait for them. Safe from many threads. */
final class PromotionScores implements AutoCloseable {

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "plaindeal-studio-scores");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Scoring> scoring = Optional.empty();

    private record Scoring(String rules, Future<List<PromotionScore>> scores) {}

    /** The scores, or empty while they are worked out. */
    synchronized Optional<List<PromotionScore>> of(PromotionEngine engine) {
        if (scoring.isEmpty() || !scoring.get().rules().equals(engine.rules())) {
            scoring = Optional.of(new Scoring(engine.rules(), worker.submit(() -> engine.scores(Optional.empty()))));
        }
        Future<List<PromotionScore>> scores = scoring.get().scores();
        return scores.isDone() ? Optional.of(Impact.finished(scores)) : Optional.empty();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
