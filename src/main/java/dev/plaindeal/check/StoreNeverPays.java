package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.problem.Problem;
import java.util.function.Consumer;

/** What the platform pays at most is as much as the offer ever takes off: the store, which was to pay the rest, never pays. */
final class StoreNeverPays implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            statement.terms().funding().platformAtMost().ifPresent(most -> look(statement, most, found));
        }
    }

    private static void look(CheckedStatement statement, Amounts platform, Consumer<Problem> found) {
        platform.codes().stream()
                .sorted()
                .map(Currency::of)
                .filter(in -> Savings.most(statement.terms(), in) <= platform.minor(in))
                .findFirst()
                .ifPresent(in -> found.accept(Problem.warning(
                        "store-never-pays",
                        statement.at("platformPaysUpTo"),
                        "the most it takes off is " + Savings.text(Savings.most(statement.terms(), in), in) + ", and the platform pays up to "
                                + Savings.text(platform.minor(in), in) + ", so the store never pays",
                        "Say paidByPlatform(), or lower what the platform pays.")));
    }
}
