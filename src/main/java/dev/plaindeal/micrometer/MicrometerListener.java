package dev.plaindeal.micrometer;

import dev.plaindeal.EngineListener;
import dev.plaindeal.Evaluated;
import dev.plaindeal.Reload;
import dev.plaindeal.text.Visible;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Records what an engine does as meters. Thread-safe.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>tag</th><th>of what</th></tr>
 * <tr><td>plaindeal.evaluation</td><td>timer</td><td></td><td>baskets priced</td></tr>
 * <tr><td>plaindeal.evaluation.stage</td><td>timer</td><td>stage: rules, stack, report</td><td>where the time goes</td></tr>
 * <tr><td>plaindeal.evaluation.cut.short</td><td>counter</td><td></td><td>searches that ran out of their budget</td></tr>
 * <tr><td>plaindeal.facts</td><td>counter</td><td>answer: remembered, asked</td><td>facts matched, and whether Drools was asked</td></tr>
 * <tr><td>plaindeal.applied</td><td>counter</td><td>promotion: its id</td><td>promotions applied</td></tr>
 * <tr><td>plaindeal.rejected</td><td>counter</td><td>reason: its key</td><td>promotions and codes that gave nothing</td></tr>
 * <tr><td>plaindeal.book.published</td><td>timer</td><td></td><td>books published, with the time to make them</td></tr>
 * <tr><td>plaindeal.book.refused</td><td>counter</td><td></td><td>times a rules folder could not be used</td></tr>
 * <tr><td>plaindeal.book.problems</td><td>gauge</td><td></td><td>problems in the folder now, 0 when it is in use</td></tr>
 * <tr><td>plaindeal.book.promotions</td><td>gauge</td><td></td><td>promotions in the book in use</td></tr>
 * </table>
 *
 * <p>There are as many meters {@code plaindeal.applied} as promotions were ever applied; a registry that is too small for
 * that can refuse them with a {@code MeterFilter}. The two gauges need the books of a reloading engine.
 *
 * <p>Engines that share a registry need a tag that tells them apart, or their gauges are one: that of the latest listener.
 */
public final class MicrometerListener implements EngineListener {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Timer evaluation;
    private final Timer rules;
    private final Timer stack;
    private final Timer report;
    private final Counter cutShort;
    private final Counter remembered;
    private final Counter asked;
    private final Timer published;
    private final Counter refused;
    private final AtomicInteger problems = new AtomicInteger();
    private final AtomicInteger promotions = new AtomicInteger();

    /**
     * Registers its meters; those of a listener before it with the same tags go on counting, its gauges are replaced.
     *
     * @param tags on every meter, for instance which shop's engine this is
     */
    public MicrometerListener(MeterRegistry registry, Tag... tags) {
        this.registry = registry;
        this.tags = Tags.of(tags);
        this.evaluation = registry.timer("plaindeal.evaluation", this.tags);
        this.rules = stage("rules");
        this.stack = stage("stack");
        this.report = stage("report");
        this.cutShort = registry.counter("plaindeal.evaluation.cut.short", this.tags);
        this.remembered = registry.counter("plaindeal.facts", this.tags.and("answer", "remembered"));
        this.asked = registry.counter("plaindeal.facts", this.tags.and("answer", "asked"));
        this.published = registry.timer("plaindeal.book.published", this.tags);
        this.refused = registry.counter("plaindeal.book.refused", this.tags);
        gauge("plaindeal.book.problems", problems);
        gauge("plaindeal.book.promotions", promotions);
    }

    /** A registry hands back the gauge it has under this name, of a listener that may be gone; so that one is taken out. */
    private void gauge(String name, AtomicInteger value) {
        registry.removeByPreFilterId(new Meter.Id(name, tags, null, null, Meter.Type.GAUGE));
        Gauge.builder(name, value, AtomicInteger::get).tags(tags).strongReference(true).register(registry);
    }

    private Timer stage(String name) {
        return registry.timer("plaindeal.evaluation.stage", tags.and("stage", name));
    }

    @Override
    public void evaluated(Evaluated evaluated) {
        Evaluated.Nanos nanos = evaluated.nanos();
        evaluation.record(nanos.total(), TimeUnit.NANOSECONDS);
        rules.record(nanos.rules(), TimeUnit.NANOSECONDS);
        stack.record(nanos.stack(), TimeUnit.NANOSECONDS);
        report.record(nanos.report(), TimeUnit.NANOSECONDS);
        remembered.increment(evaluated.recall().remembered());
        asked.increment(evaluated.recall().asked());
        evaluated.applied().forEach(id -> registry.counter("plaindeal.applied", tags.and("promotion", Visible.line(id))).increment());
        evaluated.rejected().forEach(
                (reason, times) -> registry.counter("plaindeal.rejected", tags.and("reason", Visible.line(reason))).increment(times));
        if (evaluated.cutShort()) {
            cutShort.increment();
        }
    }

    @Override
    public void published(Reload.Published book) {
        published.record(book.nanos(), TimeUnit.NANOSECONDS);
        promotions.set(book.promotions());
        problems.set(0);
    }

    @Override
    public void refused(Reload.Refused book) {
        refused.increment();
        problems.set(book.problems().size());
    }

    @Override
    public void unchanged(Reload.Unchanged book) {
        problems.set(0);
    }
}
