package dev.plaindeal.receipt;

import dev.plaindeal.basket.Client;
import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.MessageKey;
import dev.plaindeal.language.Placeholder;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Schedule;
import dev.plaindeal.stack.Facts;
import dev.plaindeal.stack.NearMisses;
import dev.plaindeal.stack.Rejection;
import dev.plaindeal.text.Visible;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says refusals and near misses to the buyer. They are shorter than what the people who run promotions are told, and name no
 * promotion that the messages do not name.
 *
 * <p>A new reason, a new kind of reward and a new field of conditions do not compile until they have their sentence here.
 */
final class BuyerSentences {

    private final BuyerWords words;
    private final Predicate<ZoneId> abroad;

    /** In the buyer's language; zones in which no clock of the buyer's market hangs are named. */
    BuyerSentences(BuyerWords words, Predicate<ZoneId> abroad) {
        this.words = words;
        this.abroad = abroad;
    }

    /** A sentence about one store's part, where several sell in the basket. */
    String at(String store, String sentence) {
        return words.labelled(name(store), sentence);
    }

    /** What a promotion would have given besides, and why it did not. */
    String notGiven(Rejection refusal) {
        return refusal.offer()
                .map(offer -> words.labelled(words.say(offer.terms().reward().matchGroup(new Labels())), refusal(refusal)))
                .orElseGet(() -> refusal(refusal));
    }

    /** What the messages call a promotion, empty where they do not name it. */
    String promotion(String id) {
        return words.name(id).orElse("");
    }

    /** What the messages say of a promotion, empty where they say nothing. */
    String sentence(String id) {
        return words.sentence(id).orElse("");
    }

    /** What is promised for later, in a sentence. */
    String promised(Payout payout, Money amount) {
        return words.fill(MessageKey.LATER_SAYS, Map.of(Placeholder.LATER, later(payout, amount)));
    }

    /** What comes later, within a sentence. */
    private String later(Payout payout, Money amount) {
        return switch (payout.kind()) {
            case CASHBACK -> words.fill(MessageKey.LATER_CASHBACK, Map.of(Placeholder.SAVING, words.money(amount)));
            case POINTS -> points(PromiseSentences.points(payout, amount).orElseThrow(), amount);
            case VOUCHER -> words.fill(MessageKey.LATER_VOUCHER, Map.of(Placeholder.SAVING, words.money(amount)));
            case TODAY, BALANCE -> throw new IllegalArgumentException("nothing of it comes later");
        };
    }

    private String points(long points, Money worth) {
        return words.fill(
                points == 1 ? MessageKey.LATER_POINT : MessageKey.LATER_POINTS,
                Map.of(Placeholder.COUNT, words.count(points), Placeholder.SAVING, words.money(worth)));
    }

    /** What is given, in a word. */
    private record Labels() implements Reward.Groups<MessageKey> {
        @Override
        public MessageKey goods(Reward.OnGoods reward) {
            return MessageKey.DISCOUNT;
        }

        @Override
        public MessageKey fees(Reward.Shipping reward) {
            return MessageKey.SHIPPING;
        }

        @Override
        public MessageKey gift(Reward.Gift reward) {
            return MessageKey.GIFT_LABEL;
        }
    }

    /** Why something was not applied. */
    String refusal(Rejection refusal) {
        return switch (refusal.reason()) {
            case UNKNOWN_CODE -> unknown(refusal.facts());
            case WRONG_MARKET -> words.say(MessageKey.WRONG_MARKET);
            case WRONG_CHANNEL -> words.say(MessageKey.WRONG_CHANNEL);
            case WRONG_STORE -> words.say(MessageKey.WRONG_STORE);
            case WRONG_BUYER -> asked(refusal.facts(), MessageKey.WRONG_BUYER);
            case CONDITION_NOT_MET -> tooMuch(refusal.facts()).orElseGet(() -> asked(refusal.facts(), MessageKey.CONDITION_NOT_MET));
            case NOT_STARTED -> outsideDates(refusal.facts(), MessageKey.NOT_STARTED);
            case ENDED -> outsideDates(refusal.facts(), MessageKey.ENDED);
            case OUTSIDE_HOURS -> outsideHours(refusal);
            case NO_AMOUNT_IN_CURRENCY -> words.say(MessageKey.NO_AMOUNT_IN_CURRENCY);
            case NOTHING_IN_SCOPE -> words.say(MessageKey.NOTHING_IN_SCOPE);
            case ALREADY_REDUCED -> words.say(MessageKey.ALREADY_REDUCED);
            case THRESHOLD_NOT_MET -> lacking(refusal, MessageKey.SPEND);
            case THRESHOLD_LOST -> lacking(refusal, MessageKey.SPEND_AFTER);
            case TOO_FEW_ITEMS -> lacking(refusal, MessageKey.ITEMS);
            case TAKES_NOTHING -> words.say(MessageKey.TAKES_NOTHING);
            case BEATEN -> words.say(beaten(refusal.facts()));
            case NOT_TOGETHER, EXCLUSIVE_KEPT -> notTogether(refusal.facts());
            case EXCLUSIVE_BEATEN -> words.say(MessageKey.STANDS_ALONE);
            case BELOW_FLOOR -> words.say(MessageKey.BELOW_FLOOR);
            case SPOILS_MORE -> words.say(saves(refusal.facts()) > 0 ? MessageKey.STANDS_ALONE : MessageKey.SPOILS_MORE);
            case TOO_COMPLICATED -> words.say(MessageKey.TOO_COMPLICATED);
            case LIMIT_REACHED, BUDGET_SPENT -> words.say(MessageKey.LIMIT_REACHED);
            case LIMIT_PER_BUYER_REACHED -> words.say(MessageKey.LIMIT_PER_BUYER_REACHED);
            case BUYER_UNKNOWN -> words.say(MessageKey.BUYER_UNKNOWN);
            case DATE_UNKNOWN -> words.say(MessageKey.DATE_UNKNOWN);
            case NOT_TRIED -> words.say(MessageKey.NOT_TRIED);
        };
    }

    private String unknown(Facts facts) {
        return facts instanceof Facts.Meant meant
                ? words.fill(MessageKey.MEANT, Map.of(Placeholder.CODE, name(meant.code())))
                : words.say(MessageKey.UNKNOWN_CODE);
    }

    private String outsideDates(Facts facts, MessageKey key) {
        if (facts instanceof Facts.Begins begins) {
            return words.fill(key, Map.of(Placeholder.DATE, words.from(begins.from().local())));
        }
        return facts instanceof Facts.Over over
                ? words.fill(key, Map.of(Placeholder.DATE, words.until(over.until().local())))
                : words.say(MessageKey.CONDITION_NOT_MET);
    }

    /** When it holds, and when next. */
    private String outsideHours(Rejection refusal) {
        String holds = refusal.offer()
                .flatMap(offer -> offer.terms().dates().schedule())
                .map(schedule -> words.fill(MessageKey.HOLDS, Map.of(Placeholder.WHEN, when(schedule))))
                .orElseThrow();
        return refusal.facts() instanceof Facts.Begins
                ? words.sentences(List.of(holds, outsideDates(refusal.facts(), MessageKey.OUTSIDE_HOURS)))
                : holds;
    }

    private String when(Schedule schedule) {
        List<String> parts = new ArrayList<>();
        if (!schedule.weekdays().isEmpty()) {
            parts.add(words.and(schedule.weekdays().stream().map(words::weekday).toList()));
        }
        if (!schedule.daysOfMonth().isEmpty()) {
            List<String> days = schedule.daysOfMonth().stream().map(words::count).toList();
            parts.add(words.fill(MessageKey.MONTH_DAYS, Map.of(Placeholder.COUNT, words.comma(days))));
        }
        if (!schedule.hours().isEmpty()) {
            parts.add(words.and(schedule.hours().stream().map(this::hours).toList()));
        }
        return abroad.test(schedule.zone())
                ? words.fill(MessageKey.IN_ZONE, Map.of(Placeholder.FIRST, words.comma(parts), Placeholder.SECOND, words.zone(schedule.zone())))
                : words.comma(parts);
    }

    private String hours(Schedule.Hours hours) {
        return words.fill(MessageKey.HOURS, Map.of(
                Placeholder.FIRST, words.time(hours.from()), Placeholder.SECOND, words.time(hours.until())));
    }

    private String lacking(Rejection refusal, MessageKey key) {
        Optional<String> gap = refusal.gap().map(words::money)
                .or(() -> refusal.itemsGap().stream().mapToObj(words::count).findFirst());
        Optional<String> needed = needed(refusal.facts());
        if (gap.isEmpty()) {
            return words.say(MessageKey.CONDITION_NOT_MET);
        }
        return needed.isEmpty()
                ? words.fill(MessageKey.STILL_NEEDED, Map.of(Placeholder.GAP, gap.get()))
                : words.fill(key, Map.of(Placeholder.NEEDED, needed.get(), Placeholder.GAP, gap.get()));
    }

    private Optional<String> needed(Facts facts) {
        if (facts instanceof Facts.MoneyNeeded money) {
            return Optional.of(words.money(money.needed()));
        }
        return facts instanceof Facts.ItemsNeeded items ? Optional.of(words.count(items.needed())) : Optional.empty();
    }

    private Optional<String> tooMuch(Facts facts) {
        if (facts instanceof Facts.MoneyAtMost money) {
            return Optional.of(words.fill(MessageKey.SPEND_MOST, Map.of(Placeholder.NEEDED, words.money(money.most()))));
        }
        return facts instanceof Facts.ItemsAtMost items
                ? Optional.of(words.fill(MessageKey.ITEMS_MOST, Map.of(Placeholder.NEEDED, words.count(items.most()))))
                : Optional.empty();
    }

    /** Only what is known to save more is called better. */
    private static MessageKey beaten(Facts facts) {
        if (!(facts instanceof Facts.Outdone lost) || lost.saves().isEmpty() || saves(facts) > 0) {
            return MessageKey.BEATEN_OTHER;
        }
        return saves(facts) == 0 ? MessageKey.BEATEN_ALIKE : MessageKey.BEATEN;
    }

    private static long saves(Facts facts) {
        return facts instanceof Facts.Outdone lost ? lost.saves().map(Money::minor).orElse(0L) : 0;
    }

    private String notTogether(Facts facts) {
        List<String> ids = facts instanceof Facts.Outdone lost ? lost.winners() : List.of();
        List<String> names = ids.stream().flatMap(id -> words.name(id).stream()).map(this::name).toList();
        return names.isEmpty() || names.size() < ids.size()
                ? words.say(MessageKey.STANDS_ALONE)
                : words.fill(MessageKey.NOT_TOGETHER, Map.of(Placeholder.OTHER, words.and(names)));
    }

    /** What is asked for, where all of it can be told: half of it would promise too much. */
    private String asked(Facts facts, MessageKey otherwise) {
        List<Condition> conditions = facts instanceof Facts.Unmet asked ? asked.conditions() : List.of();
        List<String> sentences = conditions.stream().flatMap(condition -> asked(condition).stream()).distinct().toList();
        return sentences.isEmpty() || conditions.stream().anyMatch(condition -> asked(condition).isEmpty())
                ? words.say(otherwise)
                : words.sentences(sentences);
    }

    private Optional<String> asked(Condition condition) {
        if (condition.attribute().isPresent()) {
            return Optional.empty();
        }
        return switch (ChanceField.of(condition)) {
            case NEW_BUYER -> Optional.of(words.say(
                    isOneOf(condition) == condition.values().contains(true)
                            ? MessageKey.NEEDS_NEW_BUYER
                            : MessageKey.NEEDS_RETURNING_BUYER));
            case PRIOR_ORDERS -> isOneOf(condition) && condition.values().equals(List.of(0))
                    ? Optional.of(words.say(MessageKey.NEEDS_FIRST_ORDER))
                    : Optional.empty();
            case PAYMENT_METHOD -> payment(condition, MessageKey.NEEDS_PAYMENT, MessageKey.NEEDS_OTHER_PAYMENT);
            case CLIENT -> client(condition, MessageKey.NEEDS_APP, MessageKey.NEEDS_WEB);
            case MARKET -> Optional.of(words.say(MessageKey.WRONG_MARKET));
            case CHANNEL -> Optional.of(words.say(MessageKey.WRONG_CHANNEL));
            case STORE, CROSS_BORDER, FULL_MANAGED -> Optional.of(words.say(MessageKey.WRONG_STORE));
            case CURRENCY -> Optional.of(words.say(MessageKey.NO_AMOUNT_IN_CURRENCY));
            case CODE, CODE_POOL, LOCALE, SHIPPING_METHOD, SEGMENTS, SKUS, CATEGORIES, BRANDS, TAGS -> Optional.empty();
        };
    }

    private Optional<String> payment(Condition condition, MessageKey with, MessageKey without) {
        List<String> methods = condition.values().stream().map(String::valueOf).filter(value -> !value.isEmpty()).map(this::name).toList();
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(words.fill(isOneOf(condition) ? with : without, Map.of(Placeholder.METHOD, words.or(methods))));
    }

    /** There are two; not the one is the other. */
    private Optional<String> client(Condition condition, MessageKey app, MessageKey web) {
        boolean namesApp = condition.values().contains(Client.APP.key());
        boolean namesBoth = condition.values().size() > 1;
        return namesBoth ? Optional.empty() : Optional.of(words.say(namesApp == isOneOf(condition) ? app : web));
    }

    private static boolean isOneOf(Condition condition) {
        return switch (condition.operator()) {
            case IS, IN, CONTAINS -> true;
            case IS_NOT, NOT_IN, NOT_CONTAINS, BELOW, AT_MOST, ABOVE, AT_LEAST -> false;
        };
    }

    /** What a little more, or another choice, would bring, and what would be to pay then: in all, or how much more than now. */
    String nearMiss(NearMisses.NearMiss miss, Money more) {
        Brings brings = Brings.of(miss);
        String near = words.fill(key(miss, brings), values(miss));
        if (brings != Brings.LATER && miss.later().minor() > 0) {
            near = words.fill(MessageKey.NEAR_ALSO, Map.of(Placeholder.NEAR, near, Placeholder.LATER, later(miss)));
        }
        return more.minor() > 0
                ? words.fill(MessageKey.NEAR_DEARER, Map.of(Placeholder.NEAR, near, Placeholder.MORE, words.money(more)))
                : words.fill(MessageKey.NEAR_PAY, Map.of(Placeholder.NEAR, near, Placeholder.PAY, words.money(miss.pay())));
    }

    /** What a near miss brings first of all. */
    private enum Brings {
        MONEY,
        GIFT,
        LATER;

        /** Where no money is saved, the gift is what it brings, and where there is none, what comes later. */
        static Brings of(NearMisses.NearMiss miss) {
            if (miss.saves().minor() > 0) {
                return MONEY;
            }
            return miss.gift().isPresent() ? GIFT : LATER;
        }
    }

    private static MessageKey key(NearMisses.NearMiss miss, Brings brings) {
        boolean chosen = !miss.needs().isEmpty();
        boolean ofItems = miss.items().isPresent();
        return switch (brings) {
            case MONEY -> chosen ? MessageKey.NEAR_CHOICE : ofItems ? MessageKey.NEAR_ITEMS : MessageKey.NEAR_SPEND;
            case GIFT -> chosen ? MessageKey.NEAR_CHOICE_GIFT : ofItems ? MessageKey.NEAR_ITEMS_GIFT : MessageKey.NEAR_SPEND_GIFT;
            case LATER -> chosen ? MessageKey.NEAR_CHOICE_LATER : ofItems ? MessageKey.NEAR_ITEMS_LATER : MessageKey.NEAR_SPEND_LATER;
        };
    }

    /** What a sentence can ask for; blank where the near miss has none of it. */
    private Map<Placeholder, String> values(NearMisses.NearMiss miss) {
        return Map.of(
                Placeholder.GAP, words.money(miss.gap()),
                Placeholder.COUNT, words.count(miss.items().map(NearMisses.MoreUnits::count).orElse(0L)),
                Placeholder.ITEM, name(miss.items().map(items -> items.of().sku()).orElse("")),
                Placeholder.SAVING, words.money(miss.saves()),
                Placeholder.GIFT, name(miss.gift().map(Reward.Gift::name).orElse("")),
                Placeholder.LATER, miss.later().isZero() ? "" : later(miss),
                Placeholder.ADVICE, miss.needs().isEmpty() ? "" : words.comma(miss.needs().stream().map(this::advice).toList()));
    }

    private String later(NearMisses.NearMiss miss) {
        return later(miss.offer().terms().payout(), miss.later());
    }

    private String advice(Condition need) {
        if (need.attribute().isPresent()) {
            return attribute(need.attribute().get(), need);
        }
        Optional<String> told = switch (ChanceField.of(need)) {
            case PAYMENT_METHOD -> payment(need, MessageKey.CHOICE_PAY, MessageKey.CHOICE_PAY_OTHERWISE);
            case CLIENT -> client(need, MessageKey.CHOICE_APP, MessageKey.CHOICE_WEB);
            case CODE, CODE_POOL, STORE, MARKET, CURRENCY, LOCALE, CHANNEL, SHIPPING_METHOD, NEW_BUYER, PRIOR_ORDERS, SEGMENTS, SKUS,
                    CATEGORIES, BRANDS, TAGS, CROSS_BORDER, FULL_MANAGED -> Optional.empty();
        };
        return told.orElseGet(() -> chosen(words.labelled(name(need.field()), values(need)), isOneOf(need)));
    }

    private String attribute(DeclaredAttribute attribute, Condition need) {
        boolean isFlag = need.values().stream().allMatch(Boolean.class::isInstance);
        return isFlag
                ? chosen(name(attribute.words()), isOneOf(need) == need.values().contains(true))
                : chosen(words.labelled(name(attribute.words()), values(need)), isOneOf(need));
    }

    private String chosen(String what, boolean wanted) {
        return words.fill(wanted ? MessageKey.CHOICE_CHOOSE : MessageKey.CHOICE_CHOOSE_NOT, Map.of(Placeholder.ITEM, what));
    }

    private String values(Condition need) {
        List<String> values = need.values().stream().map(String::valueOf).map(this::name).toList();
        return words.or(values);
    }

    private String name(String name) {
        return words.named(Visible.line(name));
    }
}
