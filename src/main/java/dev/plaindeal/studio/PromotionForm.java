package dev.plaindeal.studio;

import dev.plaindeal.draft.Answers;
import dev.plaindeal.draft.Draft;
import dev.plaindeal.draft.Question;
import dev.plaindeal.rules.grammar.RuleTree;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The answers a promotion's file would have been written from: those of the command {@code new}. Where they say all of it, which is
 * tried out by writing the file again, the whole file is written from them; else only what is asked is changed in it, where it stands.
 */
final class PromotionForm {

    private static final Map<String, String> LAYERS = Map.of(
            "PlatformItems", "item-price", "StoreItems", "item-price", "StoreBasket", "store-threshold", "StoreCoupon", "store-coupon",
            "PlatformBasket", "platform-threshold", "PlatformCoupon", "platform-coupon", "PlatformShipping", "shipping", "StoreShipping", "shipping");

    private static final Map<String, Question> FIELDS =
            Map.of("market", Question.MARKET, "store", Question.STORE, "code", Question.CODE, "channel", Question.CHANNEL);

    private final Map<Question, String> answers = new EnumMap<>(Question.class);
    private final Map<Question, List<Literal>> written = new EnumMap<>(Question.class);
    private final String text;
    private boolean saysMore;

    private PromotionForm(String text) {
        this.text = text;
    }

    /** Empty where the file is not one promotion with one statement. */
    static Optional<PromotionForm> of(String path, String text) {
        RuleTree tree = PlainWords.tree(path, text);
        if (tree.rules().size() != 1 || tree.rules().get(0).statements().size() != 1) {
            return Optional.empty();
        }
        PromotionForm form = new PromotionForm(text);
        form.saysMore = !tree.rules().get(0).lines().isEmpty();
        form.read(tree.rules().get(0));
        return Optional.of(form);
    }

    /** Whether the answers say all there is in the file. */
    boolean isWhole() {
        return !saysMore && saysTheSame();
    }

    Map<Question, String> answers() {
        return answers;
    }

    /** What can be changed where it stands: answers that are one number or one text of the file. */
    List<Question> changeable() {
        return answers.keySet().stream()
                .filter(question -> question != Question.ID && question != Question.ZONE)
                .filter(question -> written.getOrDefault(question, List.of()).size() == 1)
                .toList();
    }

    /**
     * The file with other answers in their places; everything else in it stays.
     *
     * @throws IllegalArgumentException with a sentence for the author, for the first that makes no sense
     */
    String with(Map<Question, String> typed) {
        StringBuilder edited = new StringBuilder(text);
        changeable().stream()
                .sorted(Comparator.comparingInt((Question question) -> offset(written.get(question).get(0))).reversed())
                .forEach(question -> put(edited, question, typed.getOrDefault(question, "").strip()));
        return edited.toString();
    }

    private int offset(Literal literal) {
        int at = 0;
        for (int line = 1; line < literal.at().line(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + literal.at().column() - 1;
    }

    private void put(StringBuilder edited, Question question, String answer) {
        if (answer.equals(answers.get(question))) {
            return;
        }
        question.check(answer);
        Literal literal = written.get(question).get(0);
        int from = offset(literal);
        int end = from + 1;
        while (end < text.length() && (literal.value() instanceof String ? text.charAt(end - 1) != '"' || end == from + 1 : Character.isDigit(text.charAt(end)))) {
            end++;
        }
        edited.replace(from, end, literal.value() instanceof String || !answer.matches("[0-9]+") ? '"' + answer + '"' : answer);
    }

    private boolean saysTheSame() {
        try {
            return bare(Draft.of(answers(answers)).ruleText()).equals(bare(text));
        } catch (IllegalArgumentException incomplete) {
            return false;
        }
    }

    /**
     * Answers as the command takes them.
     *
     * @throws IllegalArgumentException with a sentence for the author, for the first that makes no sense
     */
    static Answers answers(Map<Question, String> typed) {
        Answers known = Answers.none();
        for (Question question : Question.values()) {
            String answer = typed.getOrDefault(question, "").strip();
            if (!answer.isEmpty()) {
                known = known.with(question, answer);
            }
        }
        return known;
    }

    /** Without comments, blanks and names of variables, which say nothing. */
    private static String bare(String text) {
        return text.replaceAll("(?m)^\\s*//.*$", "").replaceAll("\\$\\w+", "\\$").replaceAll("\\s+", "");
    }

    private void read(RuleNode rule) {
        answers.put(Question.ID, rule.name().text());
        answer(Question.LAYER, LAYERS.getOrDefault(rule.pattern().fact().text(), ""));
        rule.pattern().constraints().forEach(this::asked);
        List<Call> calls = rule.statements().get(0).calls();
        for (Call each : calls) {
            said(each);
        }
    }

    private void asked(Constraint one) {
        Question question = FIELDS.get(one.field().text());
        boolean several = question == Question.MARKET && one.operator().text().equals("in");
        if (question == null || !several && !one.operator().text().equals("==")) {
            saysMore = true;
        } else {
            written.put(question, one.values());
            answer(question, one.values().stream().map(PromotionForm::plain).collect(Collectors.joining(", ")));
        }
    }

    private void said(Call call) {
        List<String> given = call.arguments().stream().map(PromotionForm::plain).toList();
        switch (call.word().text() + "/" + given.size()) {
            case "percentOff/1" -> saving(call, "percent-off", Question.PERCENT);
            case "amountOff/1" -> saving(call, "amount-off", Question.AMOUNT);
            case "amountOffEach/1" -> saving(call, "amount-off-each", Question.AMOUNT);
            case "nowPrice/1" -> saving(call, "now-price", Question.PRICE);
            case "setOf/1" -> saving(call, "set-price", Question.ITEMS);
            case "forPrice/1" -> argument(call, Question.PRICE, 0);
            case "cheapestOff/1" -> saving(call, "cheapest-off", Question.SAVING);
            case "shippingOff/1" -> saving(call, "shipping-off", Question.SAVING);
            case "shippingFor/1" -> saving(call, "shipping-for", Question.PRICE);
            case "freeShipping/0" -> answer(Question.KIND, "free-shipping");
            case "nthItem/2" -> saving(call, "nth-item", Question.ITEMS, Question.SAVING);
            case "gift/2" -> saving(call, "gift", Question.GIFT, Question.GIFT_NAME);
            case "every/2" -> saving(call, "every", Question.THRESHOLD, Question.AMOUNT);
            case "buyGet/2" -> saving(call, "buy-get", Question.BUY, Question.GET);
            case "tier/2" -> tier(call, given);
            case "whenSpending/1" -> argument(call, Question.THRESHOLD, 0);
            case "atMost/1" -> argument(call, Question.CAP, 0);
            case "upTo/1" -> argument(call, Question.TIMES, 0);
            case "from/2" -> dated(call, Question.FROM, given);
            case "until/2" -> dated(call, Question.UNTIL, given);
            default -> saysMore = true;
        }
    }

    private void saving(Call call, String kind, Question first, Question... second) {
        answer(Question.KIND, kind);
        argument(call, first, 0);
        for (Question question : second) {
            argument(call, question, 1);
        }
    }

    private void argument(Call call, Question question, int place) {
        Literal literal = call.arguments().get(place);
        written.put(question, List.of(literal));
        answer(question, plain(literal));
    }

    private void tier(Call call, List<String> given) {
        boolean ofItems = call.arguments().get(0).value() instanceof Integer;
        answers.put(Question.KIND, ofItems ? "item-tiers" : "tiers");
        answers.merge(ofItems ? Question.ITEM_TIERS : Question.TIERS, given.get(0) + ": " + given.get(1), (some, more) -> some + "; " + more);
    }

    private void dated(Call call, Question question, List<String> given) {
        argument(call, question, 0);
        saysMore |= !answers.getOrDefault(Question.ZONE, given.get(1)).equals(given.get(1));
        answers.put(Question.ZONE, given.get(1));
    }

    private void answer(Question question, String answer) {
        saysMore |= answers.put(question, answer) != null || answer.isEmpty();
    }

    private static String plain(Literal literal) {
        return String.valueOf(literal.value());
    }
}
