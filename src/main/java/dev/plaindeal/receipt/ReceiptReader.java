package dev.plaindeal.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.json.StrictJson;
import dev.plaindeal.language.Frame;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.PayableStep;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.Receipt.AddedGift;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.BalancePayment;
import dev.plaindeal.receipt.Receipt.ChoiceNeeded;
import dev.plaindeal.receipt.Receipt.Figures;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt.MoreItems;
import dev.plaindeal.receipt.Receipt.NearMiss;
import dev.plaindeal.receipt.Receipt.NotGiven;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt.Reserve;
import dev.plaindeal.receipt.Receipt.Rounding;
import dev.plaindeal.receipt.Receipt.StoreTotal;
import dev.plaindeal.receipt.SimplicityView.FixCost;
import dev.plaindeal.receipt.SimplicityView.FixView;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import dev.plaindeal.score.Band;
import dev.plaindeal.score.ScoreRange;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.ViewAspect;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads back what {@link ReceiptJson} wrote, or says with a JSON pointer what is wrong with it. Its money has to add up:
 * a receipt that was edited by hand is no ground for a refund.
 *
 * <p>Everything the JSON form holds comes back exactly; written again it is the same text. Scores are as rounded there,
 * and {@link Applied#tier} is not in it. Fields it does not know are passed over, so that a later version's receipt can
 * be read, and {@code format} and {@code stores}, which earlier versions did not write, may be missing. Stateless and thread-safe; no method throws for what the text holds.
 */
public final class ReceiptReader {

    private static final Currency STAND_IN = Currency.of("USD");

    private final String file;
    private final ReceiptNode root;
    private final Currency currency;

    private ReceiptReader(String file, ReceiptNode root) {
        this.file = file;
        this.root = root;
        this.currency = root.at("currency").named(Currency::find, STAND_IN);
    }

    /**
     * Reads one receipt.
     *
     * @param file name for the places of problems
     * @param json one receipt and nothing else
     */
    public static ReceiptReading read(String file, String json) {
        JsonNode node;
        try {
            node = StrictJson.ANY.read(json);
        } catch (StrictJson.NotJson malformed) {
            String message = malformed.isFieldTwice() ? "A field is given twice here" : "This is not JSON";
            return refused(Problem.error("not-json", malformed.in(file), message, ""));
        }
        if (!node.isObject()) {
            return refused(Problem.error("not-an-object", Place.of(file), "A receipt is an object in curly brackets", ""));
        }
        ReceiptNode root = ReceiptNode.root(node, file);
        root.maybe("format").ifPresent(ReceiptReader::refuseOtherFormat);
        return root.problems().isEmpty() ? new ReceiptReader(file, root).reading() : refused(root.problems());
    }

    /** Of another format nothing else can be said: its fields may mean something else. */
    private static void refuseOtherFormat(ReceiptNode format) {
        int number = format.whole(1, Integer.MAX_VALUE);
        if (number != ReceiptJson.FORMAT) {
            format.problem("unknown-format", "This receipt is of format " + number + ", and only format " + ReceiptJson.FORMAT
                    + " is read here");
        }
    }

    private static ReceiptReading refused(Problem problem) {
        return refused(List.of(problem));
    }

    private static ReceiptReading refused(List<Problem> problems) {
        return new ReceiptReading(Optional.empty(), problems);
    }

    private ReceiptReading reading() {
        Receipt receipt = receipt();
        List<Problem> problems = root.problems().isEmpty() ? ReceiptSums.check(receipt, file) : root.problems();
        if (problems.isEmpty()) {
            savedLater(receipt);
            toPay(receipt);
            problems = root.problems();
        }
        return new ReceiptReading(problems.isEmpty() ? Optional.of(receipt) : Optional.empty(), problems);
    }

    /** Written besides the promises, and nowhere else in a receipt. */
    private void savedLater(Receipt receipt) {
        Money sum = receipt.savedLater();
        if (!sum.isZero() || root.maybe("savedLater").isPresent()) {
            Money said = money(root, "savedLater");
            if (root.problems().isEmpty() && said.compareTo(sum) != 0) {
                root.at("savedLater").problem("does-not-add-up", said + " is not " + sum + ", which is what is promised for later");
            }
        }
    }

    /** Written beside the balances, and nowhere else in a receipt. */
    private void toPay(Receipt receipt) {
        if (!receipt.balances().isEmpty() || root.maybe("toPay").isPresent()) {
            Money said = money(root, "toPay");
            if (root.problems().isEmpty() && said.compareTo(receipt.toPay()) != 0) {
                root.at("toPay").problem(
                        "does-not-add-up", said + " is not " + receipt.toPay() + ", which is the total less what the balances pay");
            }
        }
    }

    private Receipt receipt() {
        return new Receipt(
                root.at("basket").name(),
                root.at("market").name(),
                currency,
                root.at("channel").named(Channel::find, Channel.SHELF).key(),
                root.at("at").moment(),
                root.at("rules").text(),
                root.at("strategy").named(Strategy::find, Strategy.BEST_PRICE),
                money(root, "subtotal"),
                money(root, "shipping"),
                money(root, "discount"),
                money(root, "total"),
                root.maybe("rounding").map(this::rounding),
                root.at("lines").list(this::line),
                root.maybe("stores").map(stores -> stores.list(this::storeTotal)).orElse(List.of()),
                root.at("applied").list(this::applied),
                root.maybe("later").map(later -> later.list(this::later)).orElse(List.of()),
                root.maybe("balances").map(balances -> balances.list(this::balance)).orElse(List.of()),
                root.at("rejected").list(this::rejected),
                root.at("nearMisses").list(this::nearMiss),
                funders(root.at("funders")),
                root.at("reserves").list(this::reserve),
                root.maybe("couldSave").map(spot -> spot.money(currency)).orElse(Money.zero(currency)),
                look());
    }

    private Rounding rounding(ReceiptNode spot) {
        Money step = money(spot, "step");
        if (step.isZero()) {
            spot.at("step").problem("out-of-range", "The smallest amount that can be paid is more than nothing");
            step = new Money(1, currency);
        }
        return new Rounding(
                new PayableStep(step, word(spot, "mode", RoundingMode.HALF_UP)), spot.at("amount").anyMoney(currency));
    }

    private Money money(ReceiptNode spot, String field) {
        return spot.at(field).money(currency);
    }

    private static String optional(ReceiptNode spot, String field) {
        return spot.maybe(field).map(ReceiptNode::text).orElse("");
    }

    private LinePrice line(ReceiptNode spot) {
        return new LinePrice(
                spot.at("line").name(),
                spot.at("sku").name(),
                spot.at("store").name(),
                spot.at("quantity").whole(1, Line.MOST),
                money(spot, "list"),
                money(spot, "net"));
    }

    private StoreTotal storeTotal(ReceiptNode spot) {
        return new StoreTotal(
                spot.at("store").name(),
                money(spot, "subtotal"),
                money(spot, "shipping"),
                money(spot, "discount"),
                money(spot, "total"),
                funders(spot.at("funders")));
    }

    private Applied applied(ReceiptNode spot) {
        Funders funders = funders(spot.at("funders"));
        return new Applied(
                spot.at("id").name(),
                spot.at("layer").named(Layer::find, Layer.ITEM_PRICE),
                optional(spot, "code"),
                optional(spot, "store"),
                money(spot, "discount"),
                funders,
                spot.at("allocations").list(share -> allocation(share, funders)),
                spot.maybe("capped").map(ReceiptNode::flag).orElse(false),
                spot.maybe("givenUp").map(up -> up.money(currency)).orElse(Money.zero(currency)),
                spot.maybe("gift").map(this::gift),
                spot.maybe("notGiven").map(rest -> rest.list(this::notGiven)).orElse(List.of()),
                conventions(spot.at("conventions")),
                simplicity(spot.at("simplicity")),
                0,
                optional(spot, "name"),
                optional(spot, "sentence"));
    }

    private BalancePayment balance(ReceiptNode spot) {
        Funders funders = funders(spot.at("funders"));
        return new BalancePayment(
                spot.at("id").name(),
                spot.at("name").name(),
                optional(spot, "code"),
                optional(spot, "store"),
                spot.at("units").whole(1, Integer.MAX_VALUE),
                money(spot, "amount"),
                funders,
                spot.at("allocations").list(share -> allocation(share, funders)));
    }

    private Later later(ReceiptNode spot) {
        Funders funders = funders(spot.at("funders"));
        return new Later(
                spot.at("id").name(),
                spot.at("kind").named(Payout.Kind::findLater, Payout.Kind.CASHBACK),
                optional(spot, "code"),
                optional(spot, "store"),
                money(spot, "amount"),
                spot.maybe("points").map(points -> OptionalLong.of(points.count())).orElse(OptionalLong.empty()),
                funders,
                spot.at("allocations").list(share -> allocation(share, funders)),
                spot.maybe("capped").map(ReceiptNode::flag).orElse(false),
                spot.maybe("notGiven").map(rest -> rest.list(this::notGiven)).orElse(List.of()),
                conventions(spot.at("conventions")),
                spot.at("message").text(),
                says(spot),
                simplicity(spot.at("simplicity")),
                0,
                optional(spot, "name"),
                optional(spot, "sentence"));
    }

    /** Where one party pays all of a promotion, its shares do not say so one by one. */
    private Allocation allocation(ReceiptNode spot, Funders funders) {
        if (spot.maybe("shipping").isPresent() && spot.maybe("line").isPresent()) {
            spot.problem("share-twice", "A share is of a line or of a shipping fee, not of both");
        }
        Money amount = money(spot, "amount");
        Money unsaid = funders.platform().isZero() ? Money.zero(currency) : amount;
        Money platform = spot.maybe("platform").map(share -> share.money(currency)).orElse(unsaid);
        return spot.maybe("shipping")
                .map(store -> new Allocation(Allocation.On.SHIPPING, store.text(), amount, platform))
                .orElseGet(() -> new Allocation(Allocation.On.LINE, spot.at("line").text(), amount, platform));
    }

    private AddedGift gift(ReceiptNode spot) {
        return new AddedGift(
                spot.at("sku").name(),
                spot.at("name").name(),
                spot.at("quantity").whole(1, Line.MOST),
                spot.maybe("worth").map(each -> each.money(currency)));
    }

    private static Conventions conventions(ReceiptNode spot) {
        Conventions usual = Conventions.DEFAULT;
        return new Conventions(
                word(spot, "rounds", usual.rounds()),
                word(spot, "grain", usual.grain()),
                word(spot, "mode", RoundingMode.HALF_UP),
                word(spot, "spareCent", usual.spare()),
                spot.at("percentOf").named(ReceiptReader::basis, Basis.RUNNING),
                spot.at("measuredOn").named(ReceiptReader::basis, Basis.RUNNING),
                spot.maybe("spread")
                        .map(how -> how.named(text -> constant(Conventions.Spread.class, text), usual.spread()))
                        .orElse(usual.spread()));
    }

    private static Optional<Basis> basis(String text) {
        try {
            return Optional.of(Basis.of(text));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E word(ReceiptNode spot, String field, E standIn) {
        return spot.at(field).named(text -> constant(standIn.getDeclaringClass(), text), standIn);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private Rejected rejected(ReceiptNode spot) {
        return new Rejected(
                optional(spot, "id"),
                optional(spot, "code"),
                optional(spot, "store"),
                spot.at("reason").text(),
                spot.at("message").text(),
                gap(spot),
                itemsGap(spot),
                spot.maybe("holdsFrom").map(ReceiptNode::moment),
                figures(spot),
                says(spot),
                optional(spot, "name"));
    }

    private Figures figures(ReceiptNode spot) {
        return new Figures(
                spot.maybe("needed").map(money -> money.money(currency)),
                spot.maybe("has").map(money -> money.money(currency)),
                items(spot, "itemsNeeded"),
                items(spot, "itemsHas"),
                spot.maybe("until").map(ReceiptNode::moment),
                spot.maybe("winners").map(ReceiptNode::names).orElse(List.of()),
                spot.maybe("saves").map(money -> money.anyMoney(currency)));
    }

    private static OptionalLong items(ReceiptNode spot, String field) {
        return spot.maybe(field).map(items -> OptionalLong.of(items.whole(0, Integer.MAX_VALUE))).orElse(OptionalLong.empty());
    }

    /** Earlier versions did not write it. */
    private static String says(ReceiptNode spot) {
        return spot.maybe("says").map(ReceiptNode::headline).orElse("");
    }

    private NotGiven notGiven(ReceiptNode spot) {
        return new NotGiven(
                spot.at("statement").text(), spot.at("reason").text(), spot.at("message").text(), gap(spot), itemsGap(spot),
                figures(spot), says(spot));
    }

    private Optional<Money> gap(ReceiptNode spot) {
        return spot.maybe("gap").map(gap -> gap.money(currency));
    }

    private static OptionalLong itemsGap(ReceiptNode spot) {
        return spot.maybe("itemsGap").map(items -> OptionalLong.of(items.whole(1, Integer.MAX_VALUE))).orElse(OptionalLong.empty());
    }

    private NearMiss nearMiss(ReceiptNode spot) {
        return new NearMiss(
                spot.at("id").text(),
                optional(spot, "code"),
                optional(spot, "store"),
                money(spot, "gap"),
                spot.maybe("itemsGap").map(items -> new MoreItems(spot.at("sku").text(), items.whole(1, Integer.MAX_VALUE))),
                money(spot, "saves"),
                spot.maybe("later").map(later -> later.money(currency)).orElse(Money.zero(currency)),
                money(spot, "pay"),
                spot.maybe("needs").map(needs -> needs.list(this::needed)).orElse(List.of()),
                spot.at("message").text(),
                says(spot),
                optional(spot, "name"));
    }

    private ChoiceNeeded needed(ReceiptNode spot) {
        return new ChoiceNeeded(spot.at("field").name(), spot.at("operator").name(), spot.at("values").names());
    }

    private Funders funders(ReceiptNode spot) {
        return new Funders(money(spot, "platform"), money(spot, "store"));
    }

    private Reserve reserve(ReceiptNode spot) {
        return new Reserve(
                spot.at("id").text(),
                spot.at("key").text(),
                optional(spot, "code"),
                spot.at("uses").whole(1, Integer.MAX_VALUE),
                money(spot, "amount"),
                spot.maybe("items").map(items -> (long) items.whole(1, Integer.MAX_VALUE)).orElse(0L));
    }

    private Look look() {
        ReceiptNode headline = root.at("headline");
        return new Look(
                simplicity(root.at("simplicity")),
                word(root, "shown", DiscountDisplay.LAYERS),
                new Headline(
                        headline.at("text").headline(),
                        word(headline, "frame", Frame.AMOUNT),
                        word(headline, "against", BasePrice.LIST),
                        money(headline, "saving"),
                        headline.at("percent").named(ReceiptReader::percent, new Percent(0)),
                        money(headline, "pay"),
                        headline.maybe("prior").map(prior -> prior.money(currency))),
                root.at("bargain").number(),
                root.maybe("audience").map(ReceiptReader::audience));
    }

    private static BuyerView audience(ReceiptNode spot) {
        return new BuyerView(Set.copyOf(spot.words(one -> one.named(ViewAspect::find, ViewAspect.SUBTOTAL))));
    }

    private static Optional<Percent> percent(String text) {
        try {
            return Optional.of(Percent.of(text));
        } catch (ArithmeticException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private SimplicityView simplicity(ReceiptNode spot) {
        return spot.maybe("unscored").map(why -> SimplicityView.unscored(why.text())).orElseGet(() -> scored(spot));
    }

    private SimplicityView scored(ReceiptNode spot) {
        return new SimplicityView(
                spot.at("score").number(),
                spot.at("seconds").number(),
                spot.at("band").text(),
                spot.at("reasons").list(reason -> new ReasonView(
                        reason.at("code").text(), reason.at("seconds").number(), reason.at("message").text())),
                spot.maybe("fixes").map(fixes -> fixes.list(this::fix)).orElse(List.of()),
                spot.maybe("range").map(ReceiptReader::range).stream().toList());
    }

    /** An end that was rounded up to where a band begins was just below it, where the band that is told says so. */
    private static ScoreRange range(ReceiptNode spot) {
        double low = spot.at("low").number();
        double high = spot.at("high").number();
        Optional<String> band = spot.maybe("band").map(ReceiptNode::text);
        return Stream.of(
                        new ScoreRange(low, high),
                        new ScoreRange(low, Math.nextDown(high)),
                        new ScoreRange(Math.nextDown(low), high),
                        new ScoreRange(Math.nextDown(low), Math.nextDown(high)))
                .filter(range -> range.band().map(Band::words).equals(band))
                .findFirst()
                .orElseGet(() -> new ScoreRange(low, high));
    }

    private FixView fix(ReceiptNode spot) {
        Money buyer = spot.at("buyerPays").anyMoney(currency);
        Money funders = spot.at("fundersPay").anyMoney(currency);
        return new FixView(
                spot.at("code").text(),
                optional(spot, "kind"),
                optional(spot, "id"),
                spot.at("message").text(),
                spot.at("score").number(),
                spot.at("gains").number(),
                spot.maybe("cost").map(this::cost).orElse(new FixCost(buyer, funders, Money.zero(currency))),
                optional(spot, "holds"),
                optional(spot, "opens"));
    }

    private FixCost cost(ReceiptNode spot) {
        return new FixCost(
                spot.at("buyer").anyMoney(currency), spot.at("store").anyMoney(currency), spot.at("platform").anyMoney(currency));
    }
}
