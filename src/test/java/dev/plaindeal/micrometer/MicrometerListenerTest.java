package dev.plaindeal.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.Evaluated;
import dev.plaindeal.Reload;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.watch.ReloadingEngine;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each event moves its meters and no other. */
class MicrometerListenerTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = new MicrometerListener(registry);

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private static Evaluated evaluated(boolean cutShort) {
        return new Evaluated("hash", "US", "live", Strategy.BEST_PRICE, new Evaluated.Nanos(1000, 2000, 4000),
                List.of("ten", "tea"), Map.of("unknown-code", 2, "beaten", 1), new Evaluated.Recall(5, 2), cutShort);
    }

    @Test
    void anEvaluationIsTimedByStage() {
        listener.evaluated(evaluated(false));
        listener.evaluated(evaluated(true));
        assertThat(registry.get("plaindeal.evaluation").timer().count()).isEqualTo(2);
        assertThat(registry.get("plaindeal.evaluation").timer().totalTime(TimeUnit.NANOSECONDS)).isEqualTo(14_000);
        assertThat(stage("rules")).isEqualTo(2000);
        assertThat(stage("stack")).isEqualTo(4000);
        assertThat(stage("report")).isEqualTo(8000);
        assertThat(count("plaindeal.evaluation.cut.short")).isEqualTo(1);
    }

    private double stage(String name) {
        return registry.get("plaindeal.evaluation.stage").tag("stage", name).timer().totalTime(TimeUnit.NANOSECONDS);
    }

    @Test
    void whatWasAppliedAndRejectedIsCounted() {
        listener.evaluated(evaluated(false));
        listener.evaluated(evaluated(false));
        assertThat(count("plaindeal.applied", "promotion", "ten")).isEqualTo(2);
        assertThat(count("plaindeal.applied", "promotion", "tea")).isEqualTo(2);
        assertThat(count("plaindeal.rejected", "reason", "unknown-code")).isEqualTo(4);
        assertThat(count("plaindeal.rejected", "reason", "beaten")).isEqualTo(2);
    }

    @Test
    void whatWasRememberedAndAskedIsCounted() {
        listener.evaluated(evaluated(false));
        listener.evaluated(evaluated(false));
        assertThat(count("plaindeal.facts", "answer", "remembered")).isEqualTo(10);
        assertThat(count("plaindeal.facts", "answer", "asked")).isEqualTo(4);
    }

    @Test
    void aTagIsOneLineOfWhatCanBeSeen() {
        listener.evaluated(new Evaluated("hash", "US", "live", Strategy.BEST_PRICE, new Evaluated.Nanos(1, 1, 1),
                List.of("ten\n\u001b"), Map.of("odd\u202e", 1), false));
        assertThat(count("plaindeal.applied", "promotion", "ten\\u000a\\u001b")).isEqualTo(1);
        assertThat(count("plaindeal.rejected", "reason", "odd\\u202e")).isEqualTo(1);
    }

    @Test
    void booksAreCountedAndTheirProblemsShownUntilTheyAreMended() {
        listener.published(new Reload.Published("a", Optional.empty(), 7, List.of(), 5000));
        assertThat(registry.get("plaindeal.book.published").timer().count()).isEqualTo(1);
        assertThat(gauge("plaindeal.book.promotions")).isEqualTo(7);

        Problem problem = Problem.error("no-sense", Place.of("a.drl"), "no", "");
        listener.refused(new Reload.Refused("a", List.of(problem, problem), 100));
        assertThat(count("plaindeal.book.refused")).isEqualTo(1);
        assertThat(gauge("plaindeal.book.problems")).isEqualTo(2);
        assertThat(gauge("plaindeal.book.promotions")).isEqualTo(7);

        listener.unchanged(new Reload.Unchanged("a"));
        assertThat(gauge("plaindeal.book.problems")).isZero();
        listener.refused(new Reload.Refused("a", List.of(problem), 100));
        listener.published(new Reload.Published("b", Optional.of("a"), 8, List.of(), 5000));
        assertThat(gauge("plaindeal.book.problems")).isZero();
        assertThat(gauge("plaindeal.book.promotions")).isEqualTo(8);
    }

    /** A host whose first load failed tries again with another listener; both gauges stayed at nothing for ever. */
    @Test
    void aListenerAfterAnotherTakesOverItsGauges() {
        listener.refused(new Reload.Refused("a", List.of(Problem.error("no-sense", Place.of("a.drl"), "no", "")), 100));
        MicrometerListener second = new MicrometerListener(registry);
        assertThat(gauge("plaindeal.book.problems")).isZero();
        second.published(new Reload.Published("b", Optional.empty(), 8, List.of(), 5000));
        assertThat(gauge("plaindeal.book.promotions")).isEqualTo(8);
        assertThat(count("plaindeal.book.refused")).isEqualTo(1);
    }

    @Test
    void enginesWithTagsOfTheirOwnAreToldApart() {
        MicrometerListener one = new MicrometerListener(registry, Tag.of("shop", "one"));
        MicrometerListener other = new MicrometerListener(registry, Tag.of("shop", "other"));
        one.published(new Reload.Published("a", Optional.empty(), 7, List.of(), 5000));
        other.published(new Reload.Published("b", Optional.empty(), 9, List.of(), 5000));
        one.evaluated(evaluated(false));
        assertThat(registry.get("plaindeal.book.promotions").tag("shop", "one").gauge().value()).isEqualTo(7);
        assertThat(registry.get("plaindeal.book.promotions").tag("shop", "other").gauge().value()).isEqualTo(9);
        assertThat(registry.get("plaindeal.evaluation").tag("shop", "other").timer().count()).isZero();
    }

    @Test
    void itHearsAnEngine() {
        ReloadingEngine engine = ReloadingEngine.load(Path.of("rules"), listener);
        assertThat(gauge("plaindeal.book.promotions")).isEqualTo(engine.engine().promotions().size());
        engine.reload();
        assertThat(registry.get("plaindeal.book.published").timer().count()).isEqualTo(1);
    }
}
