package dev.plaindeal.backtest;

import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.BalancePayment;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt;
import java.util.List;
import java.util.function.BiPredicate;

/** Whether two receipts of one order give, promise and ask the same; how it looks or is explained is no matter. */
final class Given {

    private Given() {}

    static boolean isSame(Receipt one, Receipt other) {
        return one.total().equals(other.total())
                && allSame(one.applied(), other.applied(), Given::isSame)
                && allSame(one.later(), other.later(), Given::isSame)
                && allSame(one.balances(), other.balances(), Given::isSame);
    }

    private static <T> boolean allSame(List<T> some, List<T> others, BiPredicate<T, T> same) {
        boolean all = some.size() == others.size();
        for (int i = 0; i < some.size() && all; i++) {
            all = same.test(some.get(i), others.get(i));
        }
        return all;
    }

    private static boolean isSame(Applied one, Applied other) {
        return one.id().equals(other.id())
                && one.code().equals(other.code())
                && one.store().equals(other.store())
                && one.layer() == other.layer()
                && one.discount().equals(other.discount())
                && one.funders().equals(other.funders())
                && one.gift().equals(other.gift());
    }

    private static boolean isSame(Later one, Later other) {
        return one.id().equals(other.id())
                && one.code().equals(other.code())
                && one.store().equals(other.store())
                && one.kind() == other.kind()
                && one.amount().equals(other.amount())
                && one.points().equals(other.points())
                && one.funders().equals(other.funders());
    }

    private static boolean isSame(BalancePayment one, BalancePayment other) {
        return one.id().equals(other.id())
                && one.store().equals(other.store())
                && one.units() == other.units()
                && one.amount().equals(other.amount());
    }
}
