package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which offers are statements of one promotion, for the same store and by the same code. Immutable. */
final class StatementGroups {

    private static final int ALONE = -1;
    private static final StatementGroups NONE = new StatementGroups(new int[0], 0);

    private final int[] numbers;
    private final int count;

    private StatementGroups(int[] numbers, int count) {
        this.numbers = numbers;
        this.count = count;
    }

    private record Key(String promotion, String store, String code) {}

    static StatementGroups of(List<Candidate> all) {
        return hasSecondStatements(all) ? counted(all) : NONE;
    }

    private static boolean hasSecondStatements(List<Candidate> all) {
        for (Candidate one : all) {
            if (one.offer().part() > 0) {
                return true;
            }
        }
        return false;
    }

    private static StatementGroups counted(List<Candidate> all) {
        int[] numbers = new int[all.size()];
        Arrays.fill(numbers, ALONE);
        Map<Key, Integer> first = new HashMap<>();
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            Offer offer = all.get(i).offer();
            Integer earlier = first.putIfAbsent(new Key(offer.promotion(), offer.store(), offer.code()), i);
            if (earlier != null) {
                numbers[earlier] = numbers[earlier] == ALONE ? count++ : numbers[earlier];
                numbers[i] = numbers[earlier];
            }
        }
        return new StatementGroups(numbers, count);
    }

    int of(int index) {
        return numbers.length == 0 ? ALONE : numbers[index];
    }

    int count() {
        return count;
    }
}
