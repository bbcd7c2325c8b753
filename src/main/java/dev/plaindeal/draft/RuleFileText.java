package dev.plaindeal.draft;

import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.policy.Layer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the rule file of a new promotion from complete answers. */
final class RuleFileText {

    private final Answers answers;
    private final ChanceKind chance;

    RuleFileText(Answers answers) {
        this.answers = answers;
        this.chance = chance(answers);
    }

    private static ChanceKind chance(Answers answers) {
        Layer layer = answers.layer().orElseThrow();
        boolean store = answers.to(Question.STORE).isPresent();
        return switch (layer) {
            case ITEM_PRICE -> store ? ChanceKind.STORE_ITEMS : ChanceKind.PLATFORM_ITEMS;
            case STORE_THRESHOLD -> ChanceKind.STORE_BASKET;
            case STORE_COUPON -> ChanceKind.STORE_COUPON;
            case PLATFORM_THRESHOLD -> ChanceKind.PLATFORM_BASKET;
            case PLATFORM_COUPON -> ChanceKind.PLATFORM_COUPON;
            case SHIPPING -> store ? ChanceKind.STORE_SHIPPING : ChanceKind.PLATFORM_SHIPPING;
        };
    }

    /** Where the promotion and its baskets belong: the store's folder, or that of the first market. */
    String folder() {
        return answers.to(Question.STORE).orElseGet(() -> answers.markets().get(0).toLowerCase(Locale.ROOT));
    }

    /** Path below the rules folder. */
    String path() {
        return "promotions/" + folder() + "/" + answers.id() + ".drl";
    }

    String text() {
        return "// " + sentence() + "\n"
                + "package promotions\n"
                + "import dev.plaindeal.model.*\n"
                + "\n"
                + "rule \"" + answers.id() + "\"\n"
                + "when\n"
                + "    " + variable() + " : " + ChanceFacts.name(chance) + "( " + String.join(", ", conditions()) + " )\n"
                + "then\n"
                + "    " + variable() + words() + ";\n"
                + "end\n";
    }

    private String variable() {
        return switch (chance) {
            case PLATFORM_COUPON, STORE_COUPON -> "$coupon";
            case PLATFORM_BASKET -> "$basket";
            case STORE_BASKET -> "$store";
            case PLATFORM_ITEMS, STORE_ITEMS -> "$items";
            case PLATFORM_SHIPPING, STORE_SHIPPING -> "$shipping";
        };
    }

    private List<String> conditions() {
        List<String> markets = answers.markets().stream().map(RuleFileText::quoted).toList();
        String market = markets.size() == 1 ? "market == " + markets.get(0) : "market in (" + String.join(", ", markets) + ")";
        return List.of(
                        answers.to(Question.STORE).map(store -> "store == " + quoted(store)),
                        answers.to(Question.CODE).map(code -> "code == " + quoted(code)),
                        Optional.of(market),
                        answers.to(Question.CHANNEL).map(channel -> "channel == " + quoted(channel)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private String words() {
        StringBuilder words = new StringBuilder(saving());
        boolean every = answers.kind().orElseThrow() == DraftKind.EVERY;
        answers.to(Question.THRESHOLD).filter(spend -> !every).ifPresent(spend -> say(words, "whenSpending", quoted(spend)));
        answers.to(Question.CAP).ifPresent(cap -> say(words, "atMost", quoted(cap)));
        answers.to(Question.TIMES).ifPresent(times -> say(words, "upTo", times));
        String zone = answers.to(Question.ZONE).map(RuleFileText::quoted).orElse("");
        answers.to(Question.FROM).ifPresent(date -> say(words, "from", quoted(date) + ", " + zone));
        answers.to(Question.UNTIL).ifPresent(date -> say(words, "until", quoted(date) + ", " + zone));
        return words.toString();
    }

    private static void say(StringBuilder words, String word, String arguments) {
        words.append('.').append(word).append('(').append(arguments).append(')');
    }

    private String saving() {
        StringBuilder words = new StringBuilder();
        switch (answers.kind().orElseThrow()) {
            case PERCENT_OFF -> say(words, "percentOff", percent(answer(Question.PERCENT)));
            case AMOUNT_OFF -> say(words, "amountOff", quoted(answer(Question.AMOUNT)));
            case AMOUNT_OFF_EACH -> say(words, "amountOffEach", quoted(answer(Question.AMOUNT)));
            case NOW_PRICE -> say(words, "nowPrice", quoted(answer(Question.PRICE)));
            case SET_PRICE -> {
                say(words, "setOf", answer(Question.ITEMS));
                say(words, "forPrice", quoted(answer(Question.PRICE)));
            }
            case NTH_ITEM -> say(words, "nthItem", answer(Question.ITEMS) + ", " + quoted(answer(Question.SAVING)));
            case CHEAPEST_OFF -> say(words, "cheapestOff", quoted(answer(Question.SAVING)));
            case SHIPPING_OFF -> say(words, "shippingOff", quoted(answer(Question.SAVING)));
            case SHIPPING_FOR -> say(words, "shippingFor", quoted(answer(Question.PRICE)));
            case GIFT -> say(words, "gift", quoted(answer(Question.GIFT)) + ", " + quoted(answer(Question.GIFT_NAME)));
            case ITEM_TIERS -> TypedTiers.ofItems(answer(Question.ITEM_TIERS))
                    .forEach(tier -> say(words, "tier", tier.spend() + ", " + quoted(tier.saving())));
            case TIERS -> TypedTiers.of(answer(Question.TIERS))
                    .forEach(tier -> say(words, "tier", quoted(tier.spend()) + ", " + quoted(tier.saving())));
            case EVERY -> say(words, "every", quoted(answer(Question.THRESHOLD)) + ", " + quoted(answer(Question.AMOUNT)));
            case BUY_GET -> say(words, "buyGet", answer(Question.BUY) + ", " + answer(Question.GET));
            case FREE_SHIPPING -> say(words, "freeShipping", "");
        }
        return words.toString();
    }

    private static String percent(String number) {
        return number.matches("\\d+") ? number : quoted(number);
    }

    private String answer(Question question) {
        return answers.to(question).orElseThrow();
    }

    private String sentence() {
        String where = answers.to(Question.STORE).map(store -> " at " + store).orElse("");
        String code = answers.to(Question.CODE).map(typed -> ", with the code " + typed).orElse("");
        String cap = answers.to(Question.CAP).map(most -> ", at most " + most).orElse("");
        String channel = answers.to(Question.CHANNEL).map(key -> ", channel " + key + " only").orElse("");
        String payer = chance.ofStore() ? "the store" : "the platform";
        return what() + where + " for shoppers in " + String.join(", ", answers.markets()) + from() + cap + code + channel
                + ". Paid by " + payer + ".";
    }

    private String from() {
        return answers.kind().orElseThrow() == DraftKind.EVERY
                ? ""
                : answers.to(Question.THRESHOLD).map(spend -> " from " + spend).orElse("");
    }

    private String what() {
        return switch (answers.kind().orElseThrow()) {
            case PERCENT_OFF -> answer(Question.PERCENT) + " % off everything";
            case AMOUNT_OFF -> answer(Question.AMOUNT) + " off";
            case AMOUNT_OFF_EACH -> answer(Question.AMOUNT) + " off each item";
            case NOW_PRICE -> "Each item for " + answer(Question.PRICE);
            case SET_PRICE -> answer(Question.ITEMS) + " items for " + answer(Question.PRICE);
            case NTH_ITEM -> answer(Question.SAVING) + " off every item number " + answer(Question.ITEMS);
            case CHEAPEST_OFF -> answer(Question.SAVING) + " off the cheapest item";
            case SHIPPING_OFF -> answer(Question.SAVING) + " off shipping";
            case SHIPPING_FOR -> "Shipping for " + answer(Question.PRICE) + " at most";
            case GIFT -> "A gift, " + answer(Question.GIFT_NAME) + ",";
            case ITEM_TIERS -> "Buy and save: " + String.join(", ", TypedTiers.ofItems(answer(Question.ITEM_TIERS)).stream()
                    .map(tier -> tier.spend() + " items save " + tier.saving())
                    .toList());
            case TIERS -> "Spend and save: " + String.join(", ", TypedTiers.of(answer(Question.TIERS)).stream()
                    .map(tier -> tier.spend() + " saves " + tier.saving())
                    .toList());
            case EVERY -> answer(Question.AMOUNT) + " off for every " + answer(Question.THRESHOLD) + ", up to "
                    + answer(Question.TIMES) + " times,";
            case BUY_GET -> "Buy " + answer(Question.BUY) + ", get " + answer(Question.GET) + " free,";
            case FREE_SHIPPING -> "Free shipping";
        };
    }
}
