package dev.plaindeal.language;

import static dev.plaindeal.language.Placeholder.ADVICE;
import static dev.plaindeal.language.Placeholder.BALANCE;
import static dev.plaindeal.language.Placeholder.CODE;
import static dev.plaindeal.language.Placeholder.COUNT;
import static dev.plaindeal.language.Placeholder.DATE;
import static dev.plaindeal.language.Placeholder.FIRST;
import static dev.plaindeal.language.Placeholder.GAP;
import static dev.plaindeal.language.Placeholder.GIFT;
import static dev.plaindeal.language.Placeholder.HEADLINE;
import static dev.plaindeal.language.Placeholder.ITEM;
import static dev.plaindeal.language.Placeholder.LATER;
import static dev.plaindeal.language.Placeholder.METHOD;
import static dev.plaindeal.language.Placeholder.MORE;
import static dev.plaindeal.language.Placeholder.NEAR;
import static dev.plaindeal.language.Placeholder.NEEDED;
import static dev.plaindeal.language.Placeholder.OTHER;
import static dev.plaindeal.language.Placeholder.PAY;
import static dev.plaindeal.language.Placeholder.PERCENT;
import static dev.plaindeal.language.Placeholder.PRIOR;
import static dev.plaindeal.language.Placeholder.SAVING;
import static dev.plaindeal.language.Placeholder.SECOND;
import static dev.plaindeal.language.Placeholder.WHEN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every text a buyer can be shown, by its key in {@code rules/messages}, with the placeholders it must and may have. */
public enum MessageKey {
    HEADLINE_AMOUNT("headline.amount", List.of(SAVING, PAY), Set.of(PERCENT)),
    HEADLINE_PERCENT("headline.percent", List.of(PERCENT, PAY), Set.of(SAVING)),
    HEADLINE_NONE("headline.none", List.of(PAY), Set.of()),
    HEADLINE_FREE("headline.free", List.of(), Set.of(SAVING, PERCENT, PAY)),
    HEADLINE_PRIOR("headline.prior", List.of(HEADLINE, PRIOR), Set.of()),
    HEADLINE_BALANCE("headline.balance", HEADLINE, BALANCE, PAY),
    SUBTOTAL("receipt.subtotal"),
    SHIPPING("receipt.shipping"),
    FREE_SHIPPING("receipt.free-shipping"),
    GIFT_LABEL("receipt.gift"),
    GIFT_WORTH("receipt.gift-worth", GIFT, SAVING),
    DISCOUNT("receipt.discount"),
    STORE_COUPON("receipt.store-coupon"),
    PLATFORM_COUPON("receipt.platform-coupon"),
    CODE_LABEL("receipt.code"),
    CAPPED("receipt.capped"),
    CAPPED_LATER("receipt.capped-later"),
    ROUNDING("receipt.rounding"),
    PAY_LABEL("receipt.pay"),
    LEFT_LABEL("receipt.left"),
    SAVED("receipt.saved"),
    REFUSED("receipt.refused"),
    NEARLY_THERE("receipt.near"),
    LATER_TITLE("receipt.later"),
    CASHBACK("receipt.cashback"),
    POINTS("receipt.points"),
    VOUCHER("receipt.voucher"),
    LATER_CASHBACK("later.cashback", SAVING),
    LATER_POINTS("later.points", COUNT, SAVING),
    LATER_POINT("later.point", List.of(SAVING), Set.of(COUNT)),
    LATER_VOUCHER("later.voucher", SAVING),
    LATER_SAYS("later.says", LATER),
    LIST_COMMA("list.comma", FIRST, SECOND),
    LIST_AND("list.and", FIRST, SECOND),
    LIST_OR("list.or", FIRST, SECOND),
    LIST_LABEL("list.label", FIRST, SECOND),
    LIST_SENTENCES("list.sentences", FIRST, SECOND),
    NEAR_SPEND("near.spend", GAP, SAVING),
    NEAR_SPEND_GIFT("near.spend-gift", GAP, GIFT),
    NEAR_ITEMS("near.items", COUNT, ITEM, SAVING),
    NEAR_ITEMS_GIFT("near.items-gift", COUNT, ITEM, GIFT),
    NEAR_CHOICE("near.choice", ADVICE, SAVING),
    NEAR_CHOICE_GIFT("near.choice-gift", ADVICE, GIFT),
    NEAR_SPEND_LATER("near.spend-later", GAP, LATER),
    NEAR_ITEMS_LATER("near.items-later", COUNT, ITEM, LATER),
    NEAR_CHOICE_LATER("near.choice-later", ADVICE, LATER),
    NEAR_ALSO("near.also", NEAR, LATER),
    NEAR_PAY("near.pay", NEAR, PAY),
    NEAR_DEARER("near.dearer", NEAR, MORE),
    CHOICE_PAY("choice.pay", METHOD),
    CHOICE_PAY_OTHERWISE("choice.pay-otherwise", METHOD),
    CHOICE_APP("choice.app"),
    CHOICE_WEB("choice.web"),
    CHOICE_CHOOSE("choice.choose", ITEM),
    CHOICE_CHOOSE_NOT("choice.choose-not", ITEM),
    NEEDS_NEW_BUYER("needs.new-buyer"),
    NEEDS_RETURNING_BUYER("needs.returning-buyer"),
    NEEDS_FIRST_ORDER("needs.first-order"),
    NEEDS_APP("needs.app"),
    NEEDS_WEB("needs.web"),
    NEEDS_PAYMENT("needs.payment", METHOD),
    NEEDS_OTHER_PAYMENT("needs.other-payment", METHOD),
    UNKNOWN_CODE("reason.unknown-code"),
    MEANT("reason.meant", CODE),
    WRONG_MARKET("reason.wrong-market"),
    WRONG_CHANNEL("reason.wrong-channel"),
    WRONG_STORE("reason.wrong-store"),
    WRONG_BUYER("reason.wrong-buyer"),
    CONDITION_NOT_MET("reason.condition-not-met"),
    NOT_STARTED("reason.not-started", DATE),
    ENDED("reason.ended", DATE),
    OUTSIDE_HOURS("reason.outside-hours", DATE),
    HOLDS("reason.holds", WHEN),
    MONTH_DAYS("when.month-days", COUNT),
    HOURS("when.hours", FIRST, SECOND),
    DAY_AND_TIME("when.day-and-time", FIRST, SECOND),
    IN_ZONE("when.zone", FIRST, SECOND),
    NO_AMOUNT_IN_CURRENCY("reason.no-amount-in-currency"),
    NOTHING_IN_SCOPE("reason.nothing-in-scope"),
    ALREADY_REDUCED("reason.already-reduced"),
    SPEND("reason.spend", NEEDED, GAP),
    SPEND_AFTER("reason.spend-after", NEEDED, GAP),
    SPEND_MOST("reason.spend-most", NEEDED),
    STILL_NEEDED("reason.still-needed", GAP),
    ITEMS("reason.items", NEEDED, GAP),
    ITEMS_MOST("reason.items-most", NEEDED),
    TAKES_NOTHING("reason.takes-nothing"),
    BEATEN("reason.beaten"),
    BEATEN_ALIKE("reason.beaten-alike"),
    BEATEN_OTHER("reason.beaten-other"),
    NOT_TOGETHER("reason.not-together", OTHER),
    STANDS_ALONE("reason.stands-alone"),
    BELOW_FLOOR("reason.below-floor"),
    SPOILS_MORE("reason.spoils-more"),
    TOO_COMPLICATED("reason.too-complicated"),
    LIMIT_REACHED("reason.limit-reached"),
    LIMIT_PER_BUYER_REACHED("reason.limit-per-buyer"),
    BUYER_UNKNOWN("reason.buyer-unknown"),
    DATE_UNKNOWN("reason.date-unknown"),
    NOT_TRIED("reason.not-tried");

    /** Keys of earlier versions that nothing asks for any more; files may keep them. */
    private static final Set<String> RETIRED = Set.of(
            "receipt.list-price", "receipt.free", "receipt.coupon", "receipt.quantity", "receipt.platform", "receipt.store",
            "receipt.simplicity", "receipt.bargain", "receipt.reasons");

    private final String key;
    private final List<Placeholder> required;
    private final Set<Placeholder> optional;

    MessageKey(String key) {
        this(key, List.of(), Set.of());
    }

    MessageKey(String key, Placeholder... required) {
        this(key, List.of(required), Set.of());
    }

    MessageKey(String key, List<Placeholder> required, Set<Placeholder> optional) {
        this.key = key;
        this.required = required;
        this.optional = optional;
    }

    /** The key as the files write it. */
    public String key() {
        return key;
    }

    List<Placeholder> required() {
        return required;
    }

    boolean allows(Placeholder placeholder) {
        return required.contains(placeholder) || optional.contains(placeholder);
    }

    /** What is shown when no language has the text: the numbers alone, or the last word of the key. Never blank. */
    String bare() {
        if (required.isEmpty()) {
            return key.substring(key.lastIndexOf('.') + 1);
        }
        return required.stream().map(Placeholder::toString).collect(Collectors.joining(" "));
    }

    static Optional<MessageKey> of(String key) {
        return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst();
    }

    /** Whether a key was one of an earlier version. */
    static boolean isRetired(String key) {
        return RETIRED.contains(key);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(MessageKey::key).toList();
    }
}
