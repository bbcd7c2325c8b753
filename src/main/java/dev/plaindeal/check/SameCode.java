package dev.plaindeal.check;

import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Two promotions that one typed code gives in one basket: usually one of them was meant to replace the other. */
final class SameCode implements Check {

    /** With so many of one code somebody has thought of it; each is compared with the hundred before it. */
    private static final int MOST = 100;

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        Map<String, List<Promotion>> byCode = new TreeMap<>();
        for (Promotion promotion : desk.promotions()) {
            for (String code : NamedValues.in(promotion, "code")) {
                byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(promotion);
            }
        }
        byCode.forEach((code, sharing) -> look(desk, code, sharing, found));
    }

    private static void look(CheckContext desk, String code, List<Promotion> sharing, Consumer<Problem> found) {
        for (int i = 1; i < sharing.size(); i++) {
            Promotion promotion = sharing.get(i);
            sharing.subList(Math.max(0, i - MOST), i).stream()
                    .filter(other -> other != promotion && Pairs.coincide(promotion, other))
                    .findFirst()
                    .ifPresent(other -> found.accept(Problem.warning(
                            "same-code",
                            place(desk, promotion, code),
                            promotion.id() + " has the code " + code + ", and so has " + other.id() + " ("
                                    + place(desk, other, code).text() + "); both can hold for one basket",
                            "Give one of them another code, or conditions that exclude the other.")));
        }
    }

    private static Place place(CheckContext desk, Promotion promotion, String code) {
        for (int i = 0; i < promotion.conditions().size(); i++) {
            Condition condition = promotion.conditions().get(i);
            if (condition.field().equals("code") && NamedValues.isList(condition) && condition.values().contains(code)) {
                Asked asked = desk.text(promotion).asks().get(i);
                return asked.values().get(condition.values().indexOf(code));
            }
        }
        return desk.text(promotion).name();
    }
}
