package dev.plaindeal.stack;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies the policy's word on exclusive promotions before the search, where it does not follow from the money. */
final class Exclusives {

    private Exclusives() {}

    static Candidates settled(Candidates all) {
        if (all.all().stream().noneMatch(Exclusives::isExclusive)) {
            return all;
        }
        return switch (all.policy().exclusive()) {
            case IF_BETTER -> all;
            case ALWAYS -> always(all);
            case IF_FIRST -> ifFirst(all);
        };
    }

    private static boolean isExclusive(Candidate candidate) {
        return candidate.offer().terms().combining().exclusive();
    }

    private static Candidates always(Candidates all) {
        Set<String> giving = all.all().stream()
                .filter(c -> isExclusive(c) && Planner.givesAlone(all, c))
                .map(c -> c.offer().promotion())
                .collect(Collectors.toSet());
        return giving.isEmpty()
                ? all
                : all.only(all.all().stream().filter(c -> giving.contains(c.offer().promotion())).toList());
    }

    private static Candidates ifFirst(Candidates all) {
        Optional<Candidate> first = all.all().stream()
                .filter(c -> Planner.givesAlone(all, c))
                .min((a, b) -> Integer.compare(order(a), order(b)));
        if (first.isPresent() && isExclusive(first.get())) {
            String id = first.get().offer().promotion();
            return all.only(all.all().stream().filter(c -> c.offer().promotion().equals(id)).toList());
        }
        return all.only(all.all().stream().filter(c -> !isExclusive(c)).toList());
    }

    private static int order(Candidate candidate) {
        return candidate.offer().terms().combining().order();
    }
}
