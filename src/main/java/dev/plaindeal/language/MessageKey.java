package dev.plaindeal.language;

import static dev.plaindeal.language.Placeholder.HEADLINE;
import static dev.plaindeal.language.Placeholder.PAY;
import static dev.plaindeal.language.Placeholder.PERCENT;
import static dev.plaindeal.language.Placeholder.PRIOR;
import static dev.plaindeal.language.Placeholder.SAVING;

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
    HEADLINE_FREE("headline.free", List.of(PAY), Set.of(SAVING, PERCENT)),
    HEADLINE_PRIOR("headline.prior", List.of(HEADLINE, PRIOR), Set.of()),
    LIST_PRICE("receipt.list-price"),
    SUBTOTAL("receipt.subtotal"),
    DISCOUNT("receipt.discount"),
    SHIPPING("receipt.shipping"),
    FREE("receipt.free"),
    GIFT("receipt.gift"),
    COUPON("receipt.coupon"),
    QUANTITY("receipt.quantity"),
    PLATFORM("receipt.platform"),
    STORE("receipt.store"),
    PAY_LABEL("receipt.pay"),
    SAVED("receipt.saved"),
    REFUSED("receipt.refused"),
    SIMPLICITY("receipt.simplicity"),
    BARGAIN("receipt.bargain"),
    REASONS("receipt.reasons");

    private final String key;
    private final List<Placeholder> required;
    private final Set<Placeholder> optional;

    MessageKey(String key) {
        this(key, List.of(), Set.of());
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

    static List<String> keys() {
        return Arrays.stream(values()).map(MessageKey::key).toList();
    }
}
