package dev.plaindeal.returns;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a receipt was made for a basket, and by these rules; what differs is told to whoever handles the return. */
final class SameOrder {

    private SameOrder() {}

    /** The first thing in which the basket is not the receipt's. */
    static Optional<String> difference(Receipt receipt, Basket basket) {
        return first(
                differs("the name", receipt.basket(), basket.id()),
                differs("the market", receipt.market(), basket.market()),
                differs("the currency", receipt.currency(), basket.currency()),
                differs("the channel", receipt.channel(), basket.channel().key()),
                differs("the moment", receipt.at(), basket.at()),
                differs("the number of lines", receipt.lines().size(), basket.lines().size()),
                pairwise(receipt.lines(), basket.lines(), SameOrder::line),
                differs("the shipping", receipt.shipping(), new Money(basket.shippingFees(), basket.currency())));
    }

    private static Optional<String> line(LinePrice paid, Line asked) {
        String line = " of line " + paid.line();
        return first(
                differs("the id" + line, paid.line(), asked.id()),
                differs("the sku" + line, paid.sku(), asked.sku()),
                differs("the store" + line, paid.store(), asked.store()),
                differs("the quantity" + line, paid.quantity(), asked.quantity()),
                differs("the list price" + line, paid.list(), new Money(asked.listPrice(), asked.unitPrice().currency())));
    }

    /**
     * The first thing in which pricing the whole order again comes to other money or gifts than were paid and given. How it is
     * explained, and how simple it looks, may change with a later version of this program.
     */
    static Optional<String> difference(Receipt paid, Receipt again) {
        return first(
                differs("the total", paid.total(), again.total()),
                pairwise(paid.lines(), again.lines(), (one, other) -> differs("the price of line " + one.line(), one.net(), other.net())),
                differs("the list of promotions", ids(paid), ids(again)),
                pairwise(paid.applied(), again.applied(), SameOrder::applied),
                differs("what is promised for later", later(paid), later(again)),
                differs("what the balances pay", paid.balances(), again.balances()));
    }

    private static String ids(Receipt receipt) {
        return String.join(", ", receipt.applied().stream().map(Applied::id).toList());
    }

    private static String later(Receipt receipt) {
        return receipt.later().isEmpty()
                ? "nothing"
                : String.join(", ", receipt.later().stream().map(one -> one.amount() + " " + one.kind().key() + " of " + one.id()).toList());
    }

    private static Optional<String> applied(Applied paid, Applied again) {
        String what = "what the promotion " + paid.id();
        return first(
                differs(what + " takes off", paid.discount(), again.discount()),
                differs(what + " gives", gift(paid), gift(again)),
                paid.layer() == again.layer() && paid.allocations().equals(again.allocations())
                        ? Optional.empty()
                        : Optional.of(what + " takes off which line, or who pays for it, is not the same on the receipt and here"));
    }

    /** Without its store, which receipts of earlier versions do not tell. */
    private static String gift(Applied applied) {
        return applied.gift().map(gift -> gift.quantity() + " x " + gift.sku() + gift.worth().map(each -> " worth " + each).orElse("")).orElse("nothing");
    }

    private static <A, B> Optional<String> pairwise(List<A> paid, List<B> asked, BiFunction<A, B, Optional<String>> difference) {
        return IntStream.range(0, Math.min(paid.size(), asked.size()))
                .mapToObj(i -> difference.apply(paid.get(i), asked.get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... differences) {
        return Stream.of(differences).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> differs(String what, Object paid, Object asked) {
        return paid.equals(asked) ? Optional.empty() : Optional.of(what + " is " + paid + " on the receipt, and " + asked + " here");
    }
}
