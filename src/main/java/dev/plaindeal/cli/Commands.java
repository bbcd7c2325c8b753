package dev.plaindeal.cli;

import java.util.List;

/** The list of commands, in the order help shows them. */
final class Commands {

    private Commands() {}

    static List<Object> all(Terminal terminal) {
        return List.of(
                new Evaluate(terminal),
                new Score(terminal),
                new CheckRules(terminal),
                new TestFixtures(terminal),
                new Compare(terminal),
                new BacktestRules(terminal),
                new GenerateOrders(terminal),
                new SimplifyRules(terminal),
                NewPromotion.command(terminal),
                new FormatRules(terminal),
                new OpenStudio(terminal),
                new Return(terminal),
                Codes.command(terminal),
                Calibrate.command(terminal));
    }
}
