package dev.plaindeal.receipt;

import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.MessageKey;
import dev.plaindeal.language.Placeholder;
import dev.plaindeal.money.Money;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.text.Visible;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes what a receipt says to the buyer, all of it in the buyer's language: what is bought, what comes off, what is to pay,
 * what was not applied and what a little more would bring. Nothing of scores, funders and rule books.
 */
final class BuyerReceipt {

    private static final int WIDTH = 64;
    private static final Pattern DIRECTIONS = Pattern.compile("[\u2066-\u2069\u200E\u200F]");
    private static final Set<UnicodeScript> WIDE = Set.of(
            UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private final StringBuilder text = new StringBuilder();
    private final Receipt receipt;
    private final BuyerWords words;

    private BuyerReceipt(Receipt receipt, BuyerWords words) {
        this.receipt = receipt;
        this.words = words;
    }

    /** The buyer's part as text, with a line end at its end; in the words of the locale the basket was priced with. */
    static String of(Receipt receipt, BuyerWords words) {
        return new BuyerReceipt(receipt, words).write();
    }

    private String write() {
        text.append(receipt.look().headline().text()).append("\n\n");
        receipt.lines().forEach(line -> row("  " + words.count(line.quantity()) + " × " + name(line.sku()), line.list()));
        rule();
        row(words.say(MessageKey.SUBTOTAL), receipt.subtotal());
        if (!receipt.shipping().isZero()) {
            row(words.say(MessageKey.SHIPPING), receipt.shipping());
        }
        receipt.applied().forEach(this::applied);
        receipt.rounding().map(Receipt.Rounding::amount).filter(amount -> !amount.isZero())
                .ifPresent(amount -> row(words.say(MessageKey.ROUNDING), amount));
        rule();
        row(words.say(MessageKey.PAY_LABEL), receipt.total());
        balances();
        if (!receipt.discount().isZero()) {
            row(words.say(MessageKey.SAVED), receipt.discount());
        }
        later();
        told(MessageKey.REFUSED, receipt.rejected().stream().map(one -> words.labelled(title(one), one.says())).toList());
        told(MessageKey.NEARLY_THERE, receipt.nearMisses().stream().map(Receipt.NearMiss::says).filter(said -> !said.isEmpty()).toList());
        return text.toString();
    }

    /** What pays a part of the price, and what is left of it. */
    private void balances() {
        if (receipt.balances().isEmpty()) {
            return;
        }
        receipt.balances().forEach(one -> row("  " + words.count(one.units()) + " × " + name(one.name()), one.amount().negated()));
        row(words.say(MessageKey.LEFT_LABEL), receipt.toPay());
    }

    private void applied(Applied applied) {
        String capped = applied.capped() ? " (" + words.say(MessageKey.CAPPED) + ")" : "";
        if (!applied.discount().isZero()) {
            row(title(applied) + capped, applied.discount().negated());
        }
        applied.gift().ifPresent(gift -> text.append(words.labelled(
                        words.say(MessageKey.GIFT_LABEL), gift(gift)))
                .append('\n'));
        applied.notGiven().forEach(one -> text.append("  ").append(one.says()).append('\n'));
    }

    private String gift(Receipt.AddedGift gift) {
        String what = words.count(gift.quantity()) + " × " + name(gift.name());
        return gift.worthOfAll()
                .map(worth -> words.fill(
                        MessageKey.GIFT_WORTH, Map.of(Placeholder.GIFT, what, Placeholder.SAVING, words.money(worth))))
                .orElse(what);
    }

    private String title(Applied applied) {
        String title = applied.name().isEmpty() ? words.say(kind(applied)) : name(applied.name());
        return withCode(title, applied.code());
    }

    private String withCode(String title, String code) {
        return code.isEmpty() ? title : words.labelled(title, name(code));
    }

    private void later() {
        if (receipt.later().isEmpty()) {
            return;
        }
        text.append('\n').append(words.say(MessageKey.LATER_TITLE)).append('\n');
        receipt.later().forEach(this::later);
    }

    private void later(Later promise) {
        String capped = promise.capped() ? " (" + words.say(MessageKey.CAPPED_LATER) + ")" : "";
        String kind = kind(promise);
        String title = promise.name().isEmpty() ? kind : words.comma(List.of(name(promise.name()), kind));
        row("  " + withCode(title, promise.code()) + capped, promise.amount());
        promise.notGiven().forEach(one -> text.append("  ").append(one.says()).append('\n'));
    }

    private String kind(Later promise) {
        return switch (promise.kind()) {
            case CASHBACK -> words.say(MessageKey.CASHBACK);
            case POINTS -> words.say(MessageKey.POINTS) + " (" + words.count(promise.points().orElseThrow()) + ")";
            case VOUCHER -> words.say(MessageKey.VOUCHER);
            case TODAY, BALANCE -> throw new IllegalArgumentException("nothing of it comes later");
        };
    }

    /** What one that has no name is called. */
    private MessageKey kind(Applied applied) {
        Layer layer = applied.layer();
        return switch (layer) {
            case ITEM_PRICE, STORE_THRESHOLD, PLATFORM_THRESHOLD -> MessageKey.DISCOUNT;
            case STORE_COUPON -> MessageKey.STORE_COUPON;
            case PLATFORM_COUPON -> MessageKey.PLATFORM_COUPON;
            case SHIPPING -> applied.discount().equals(receipt.shipping()) ? MessageKey.FREE_SHIPPING : MessageKey.SHIPPING;
        };
    }

    private String title(Receipt.Rejected rejected) {
        String code = rejected.code().isEmpty() ? "" : words.labelled(words.say(MessageKey.CODE_LABEL), name(rejected.code()));
        if (rejected.name().isEmpty()) {
            return code.isEmpty() ? name(rejected.id()) : code;
        }
        return withCode(name(rejected.name()), rejected.code());
    }

    private void told(MessageKey title, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        text.append('\n').append(words.say(title)).append('\n');
        sentences.forEach(sentence -> text.append("  - ").append(sentence).append('\n'));
    }

    private String name(String name) {
        return words.named(Visible.line(name));
    }

    private void row(String label, Money amount) {
        String money = words.column(amount);
        int gap = Math.max(1, WIDTH - width(label) - width(money));
        text.append(directed(label + " ".repeat(gap) + money)).append('\n');
    }

    /** In a line without a letter that runs from right to left nothing has to be kept apart. */
    private static String directed(String line) {
        boolean turns = line.codePoints().anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return turns ? line : DIRECTIONS.matcher(line).replaceAll("");
    }

    private void rule() {
        text.append("-".repeat(WIDTH)).append('\n');
    }

    /** Columns on a screen: marks above and below letters take none, East Asian letters two. */
    private static int width(String text) {
        return text.codePoints().map(BuyerReceipt::width).sum();
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> WIDE.contains(UnicodeScript.of(c)) || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF ? 2 : 1;
        };
    }
}
