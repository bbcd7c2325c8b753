package dev.plaindeal.micrometer;

import dev.plaindeal.limits.LimitEvent;
import dev.plaindeal.limits.LimitListener;
import dev.plaindeal.text.Visible;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/**
 * Records what happens to limits as meters. Thread-safe.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>tag</th><th>of what</th></tr>
 * <tr><td>plaindeal.limits.held</td><td>counter</td><td>rounds: 1, 2, 3</td><td>orders that hold what they take, by how often they were priced for it</td></tr>
 * <tr><td>plaindeal.limits.ran.out</td><td>counter</td><td>of: promotion or code/...</td><td>times somebody else was faster</td></tr>
 * <tr><td>plaindeal.limits.gave.up</td><td>counter</td><td></td><td>orders that hold nothing after all rounds</td></tr>
 * <tr><td>plaindeal.limits.asked</td><td>counter</td><td>asked: confirm, release, return, renew; state</td><td>what hosts asked for and what the store answered; confirm with lapsed is a buyer who paid too late</td></tr>
 * <tr><td>plaindeal.limits.lapsed</td><td>counter</td><td></td><td>holds whose time was over</td></tr>
 * </table>
 */
public final class MicrometerLimits implements LimitListener {

    private final MeterRegistry registry;
    private final Tags tags;

    /**
     * Meters are registered as they are needed.
     *
     * @param tags on every meter, for instance which shop's checkout this is
     */
    public MicrometerLimits(MeterRegistry registry, Tag... tags) {
        this.registry = registry;
        this.tags = Tags.of(tags);
    }

    @Override
    public void happened(LimitEvent event) {
        if (event instanceof LimitEvent.WasHeld held) {
            count("held", 1, "rounds", Integer.toString(held.rounds()));
        } else if (event instanceof LimitEvent.RanOut out) {
            out.promotions().forEach(of -> count("ran.out", 1, "of", Visible.line(of)));
        } else if (event instanceof LimitEvent.GaveUp) {
            count("gave.up", 1);
        } else if (event instanceof LimitEvent.Answered answer) {
            count("asked", 1, "asked", key(answer.asked()), "state", key(answer.state()));
        } else if (event instanceof LimitEvent.Lapsed lapsed) {
            count("lapsed", lapsed.orders());
        }
    }

    private void count(String name, int times, String... more) {
        registry.counter("plaindeal.limits." + name, tags.and(more)).increment(times);
    }

    private static String key(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
