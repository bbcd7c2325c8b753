package dev.plaindeal.check;

import dev.plaindeal.check.CheckedStatement.Sum;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One amount of an offer has a currency that another lacks, so that the offer does not hold in it at all. */
final class MixedCurrencies implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        MarketMoney money = new MarketMoney(desk.book());
        for (CheckedStatement statement : desk.statements()) {
            Map<String, String> needed = MarketCurrencies.needed(statement.promotion(), money);
            List<Sum> sums = statement.sums();
            TreeSet<String> all = new TreeSet<>();
            sums.forEach(sum -> all.addAll(sum.amounts().codes()));
            all.removeAll(needed.keySet());
            sums.forEach(sum -> look(sum, all, found));
        }
    }

    private static void look(Sum sum, TreeSet<String> all, Consumer<Problem> found) {
        List<String> missing = all.stream().filter(code -> !sum.amounts().codes().contains(code)).toList();
        if (!missing.isEmpty()) {
            String codes = String.join(" and ", missing);
            found.accept(Problem.warning(
                    "mixed-currencies",
                    sum.at(),
                    sum.word() + " names no amount in " + codes + ", which another word of this offer does, so it never holds in "
                            + codes,
                    "Give every amount of an offer in the same currencies."));
        }
    }
}
