package dev.plaindeal.example;

import dev.plaindeal.EngineListener;
import dev.plaindeal.Evaluated;
import dev.plaindeal.Reload;
import dev.plaindeal.problem.Problem;
import java.io.PrintStream;

/** Prints what the engine does, one line each. A real service would use dev.plaindeal.micrometer instead. */
final class Metrics implements EngineListener {

    private static final int NANOS_PER_MICRO = 1000;

    private final PrintStream out;
    private volatile int problems;

    Metrics(PrintStream out) {
        this.out = out;
    }

    /** How many problems the rules folder has now; 0 when it is in use as it is. */
    int problems() {
        return problems;
    }

    @Override
    public void evaluated(Evaluated evaluated) {
        Evaluated.Nanos nanos = evaluated.nanos();
        out.printf("evaluated in %d us (rules %d, stack %d, report %d), applied %s, rejected %s, book %s%n",
                nanos.total() / NANOS_PER_MICRO, nanos.rules() / NANOS_PER_MICRO, nanos.stack() / NANOS_PER_MICRO,
                nanos.report() / NANOS_PER_MICRO, evaluated.applied(), evaluated.rejected(), evaluated.rules());
    }

    @Override
    public void published(Reload.Published published) {
        problems = 0;
        out.printf("book %s published with %d promotions%n", published.rules(), published.promotions());
    }

    @Override
    public void refused(Reload.Refused refused) {
        problems = refused.problems().size();
        out.printf("rules refused, book %s stays%n", refused.rules());
        refused.problems().stream().map(Problem::text).forEach(out::println);
    }

    @Override
    public void unchanged(Reload.Unchanged unchanged) {
        problems = 0;
    }
}
