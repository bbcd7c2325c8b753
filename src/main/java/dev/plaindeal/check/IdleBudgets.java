package dev.plaindeal.check;

import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.rules.RuleText;
import dev.plaindeal.rules.RuleText.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Budgets that nothing is held to, and allowances that do not say why or until when. */
final class IdleBudgets implements Check {

    private static final Set<String> OF_ALLOWANCES = Set.of("because", "until");

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        Map<String, List<Condition>> asked = desk.book().budgetRules();
        Set<String> folders = folders(desk);
        for (RuleText text : desk.simplicityTexts()) {
            if (asked.containsKey(text.id())) {
                words(text, found);
            }
            if (asked.containsKey(text.id()) && desk.isWhole()) {
                boolean named = names(text, asked.get(text.id()), "promotion", desk.ids(), found)
                        & names(text, asked.get(text.id()), "folder", folders, found);
                if (named && isOfPromotions(text) && !holdsSomething(desk, asked.get(text.id()))) {
                    found.accept(Problem.warning("idle-budget", text.name(), "no promotion is held to this budget: there is none it asks for",
                            "A promotion without a channel of its own is scored on the shelf."));
                }
            }
        }
    }

    private static void words(RuleText text, Consumer<Problem> found) {
        List<Spoken> words = text.statements().stream().flatMap(List::stream).toList();
        List<String> said = words.stream().map(Spoken::word).toList();
        for (Spoken word : words) {
            if (word.word().equals("allow") && !said.containsAll(OF_ALLOWANCES)) {
                found.accept(Problem.error("allowance-incomplete", word.at(),
                        "what is allowed has no " + (said.contains("because") ? "end" : "reason"),
                        "Say because(\"...\") and until(\"2026-12-02\", \"America/New_York\") behind it."));
            } else if (OF_ALLOWANCES.contains(word.word()) && !said.contains("allow")) {
                found.accept(Problem.error("allows-nothing", word.at(), word.word() + " is said of an allowance, and nothing is allowed here", "Say allow(35) before it."));
            }
        }
    }

    /** Whether every value it names is known; those that are not are told of. */
    private static boolean names(RuleText text, List<Condition> asked, String field, Set<String> known, Consumer<Problem> found) {
        boolean all = true;
        for (Condition condition : asked) {
            for (Object value : condition.field().equals(field) ? condition.values() : List.of()) {
                if (!known.contains(String.valueOf(value))) {
                    all = false;
                    found.accept(Problem.warning("unknown-" + field, at(text, field), "a budget names the " + field + " " + value + ", and there is none of that name",
                            Nearest.hint(String.valueOf(value), known, "Delete the rule, or write the name as it is.")));
                }
            }
        }
        return all;
    }

    private static Place at(RuleText text, String field) {
        return text.asks().stream().filter(asks -> asks.field().equals(field)).map(RuleText.Asked::at).findFirst().orElse(text.name());
    }

    private static boolean isOfPromotions(RuleText text) {
        return text.statements().stream().flatMap(List::stream).anyMatch(word -> !word.word().equals("stackAtLeast"));
    }

    private static boolean holdsSomething(CheckContext desk, List<Condition> asked) {
        return desk.scores().stream().anyMatch(score -> desk.promotion(score.id()).filter(promotion -> holds(desk, promotion, score, asked)).isPresent());
    }

    private static boolean holds(CheckContext desk, Promotion promotion, PromotionScore score, List<Condition> asked) {
        return around(desk.book().folder(promotion.id())).stream().anyMatch(folder -> asked.stream().allMatch(condition -> condition.meets(switch (condition.field()) {
            case "market" -> score.market();
            case "channel" -> desk.channel(promotion).key();
            case "folder" -> folder;
            case "promotion" -> promotion.id();
            default -> throw new IllegalStateException("a budget has no " + condition.field());
        })));
    }

    /** Every folder a promotion lies in, and those they are in. */
    private static Set<String> folders(CheckContext desk) {
        Set<String> folders = new TreeSet<>();
        desk.ids().forEach(id -> folders.addAll(around(desk.book().folder(id))));
        return folders;
    }

    /** A folder and those it is in, the folder of all promotions last. */
    private static List<String> around(String folder) {
        List<String> around = new ArrayList<>();
        for (String in = folder; !in.isEmpty(); in = in.substring(0, Math.max(0, in.lastIndexOf('/')))) {
            around.add(in);
        }
        around.add("");
        return around;
    }
}
