package dev.plaindeal.price;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one offer takes, worked out a second time: unit by unit, in big decimals, without a thought for speed. Shares
 * nothing with the pricer but the model.
 *
 * <p>Where a floor binds and money has to move, only the sum and the limits are known here, not the shares.
 */
final class NaivePricer {

    private final Basket basket;
    private final Offer offer;
    private final OfferTerms terms;
    private final Conventions conventions;
    private final long[] running;
    private final long[] own;
    /** The units of the deal, those that get nothing too. */
    private List<Unit> took = List.of();
    private final Map<Integer, String> turns = new HashMap<>();

    /** What is wanted, and by which weights it is shared; {@code fixed} where each line's share stands already. */
    private record Wanted(long total, long[] weights, Optional<long[]> fixed) {}

    /** The whole discount, and the shares where they are known. */
    record Answer(long discount, Optional<long[]> shares) {}

    /** One of a line, at its running price; {@code dearer} where the line's price does not divide and this has the cent. */
    private record Unit(int line, long price, boolean dearer) {}

    NaivePricer(Basket basket, Offer offer, Conventions conventions, long[] running) {
        this(basket, offer, conventions, running, new long[running.length]);
    }

    /** After another statement of the same promotion has taken so much off each line. */
    NaivePricer(Basket basket, Offer offer, Conventions conventions, long[] running, long[] own) {
        this.own = own;
        this.basket = basket;
        this.offer = offer;
        this.terms = offer.terms();
        this.conventions = conventions;
        this.running = running;
    }

    /** Empty when the offer does not hold. */
    Optional<Answer> answer() {
        if (scope().isEmpty() || !thresholdMet()) {
            return Optional.empty();
        }
        return wanted().map(wanted -> isSpread() ? spread(wanted) : settled(wanted));
    }

    /** How many gifts are added; 0 where it does not hold. */
    long gifts() {
        if (scope().isEmpty() || !thresholdMet()) {
            return 0;
        }
        Reward.GiftNumber number = ((Reward.Gift) terms.reward()).number();
        if (number.per().isEmpty()) {
            return 1;
        }
        long gifts = 0;
        long left = have(number.per().get());
        for (int times = 0; left >= needed(number.per().get().level()) && times < number.most().orElse(Integer.MAX_VALUE); times++) {
            left -= needed(number.per().get().level());
            gifts += number.gifts();
        }
        return gifts;
    }

    private List<Integer> scope() {
        List<Integer> scope = new ArrayList<>();
        for (int i = 0; i < running.length; i++) {
            Line line = basket.lines().get(i);
            boolean reduced = running[i] < list(i)
                    || line.priorPrice().map(p -> p.minor() > line.unitPrice().minor()).orElse(false);
            if ((offer.store().isEmpty() || offer.store().equals(line.store()))
                    && named(line)
                    && !(terms.scope().reduced() == Scope.Reduced.EXCLUDED && reduced)) {
                scope.add(i);
            }
        }
        return scope;
    }

    private boolean named(Line line) {
        Scope.Names only = terms.scope().only();
        Scope.Names except = terms.scope().except();
        boolean in = (only.skus().isEmpty() || only.skus().contains(line.sku()))
                && (only.categories().isEmpty() || shares(only.categories(), line.categories()))
                && (only.tags().isEmpty() || shares(only.tags(), line.tags()))
                && (only.brands().isEmpty() || only.brands().contains(line.brand()))
                && (only.stores().isEmpty() || only.stores().contains(line.store()));
        boolean out = except.skus().contains(line.sku())
                || shares(except.categories(), line.categories())
                || shares(except.tags(), line.tags())
                || except.brands().contains(line.brand())
                || except.stores().contains(line.store());
        long price = line.unitPrice().minor();
        boolean fits = terms.scope().unitPriceFrom().map(low -> price >= minor(low)).orElse(true)
                && terms.scope().unitPriceTo().map(high -> price <= minor(high)).orElse(true);
        return in && !out && fits;
    }

    private long list(int line) {
        return basket.lines().get(line).unitPrice().minor() * quantity(line);
    }

    private int quantity(int line) {
        return basket.lines().get(line).quantity();
    }

    private int taking(int line) {
        int limit = terms.scope().unitsPerLine();
        return limit == 0 ? quantity(line) : Math.min(limit, quantity(line));
    }

    private long minor(Amounts amounts) {
        return amounts.minor(basket.currency());
    }

    /** With one earlier discount in the first layer, every later stage finds the running price. */
    private long at(Basis basis, int line) {
        boolean list = basis.at() == Basis.Stage.LIST
                || basis.layer().filter(layer -> layer == Layer.ITEM_PRICE).isPresent();
        return list ? list(line) : running[line];
    }

    private boolean thresholdMet() {
        return terms.threshold().isEmpty()
                || isMet(terms.threshold().get())
                        && terms.threshold().get().also().map(this::isMetToo).orElse(true);
    }

    private boolean isMetToo(Threshold threshold) {
        return isMet(threshold) && threshold.also().map(this::isMetToo).orElse(true);
    }

    private boolean isMet(Threshold threshold) {
        long have = have(threshold);
        long needed = needed(threshold.level());
        return switch (threshold.test()) {
            case AT_OR_ABOVE -> have >= needed;
            case ABOVE -> have > needed;
            case AT_MOST -> have <= needed;
        };
    }

    private long have(Threshold threshold) {
        Predicate<Line> ofTheStore = line -> offer.store().isEmpty() || offer.store().equals(line.store());
        List<Integer> lines = switch (threshold.reach()) {
            case SCOPE -> scope();
            case EVERYTHING -> indexes(ofTheStore);
            case OTHERS -> indexes(ofTheStore.and(line -> !named(line)));
            case NAMED -> indexes(ofTheStore.and(line -> anyOf(threshold.counted(), line)));
        };
        return count(threshold.level(), lines);
    }

    private List<Integer> indexes(Predicate<Line> wanted) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < running.length; i++) {
            if (wanted.test(basket.lines().get(i))) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private long count(Level level, List<Integer> lines) {
        return lines.stream()
                .mapToLong(i -> level instanceof Level.Items ? quantity(i) : at(conventions.thresholdOn(), i) + aside(i))
                .sum();
    }

    /** What the promotion itself has taken before the price that counts is not missing from it; the final price is told without. */
    private long aside(int line) {
        Basis on = conventions.thresholdOn();
        boolean before = on.at() == Basis.Stage.LIST || on.layer().filter(layer -> layer == Layer.ITEM_PRICE).isPresent();
        return before || on.at() == Basis.Stage.FINAL ? 0 : own[line];
    }

    private long needed(Level level) {
        return level instanceof Level.Items items ? items.count() : minor(((Level.Spend) level).amounts());
    }

    private Optional<Wanted> wanted() {
        Reward reward = terms.reward();
        if (reward instanceof Reward.Off off) {
            return Optional.of(off(off.benefit(), off.per()));
        }
        if (reward instanceof Reward.Tiers tiers) {
            Optional<Tier> reached = tiers.tiers().stream()
                    .filter(tier -> count(tier.level(), scope()) >= needed(tier.level()))
                    .max(Comparator.comparingLong(tier -> needed(tier.level())));
            return reached.map(tier -> atMost(
                    off(tier.benefit(), Reward.Per.SCOPE), tier.most().map(this::minor).orElse(Long.MAX_VALUE)));
        }
        if (reward instanceof Reward.Every every) {
            long times = 0;
            long left = count(every.step(), scope());
            while (left >= needed(every.step()) && times < every.most().orElse(Integer.MAX_VALUE)) {
                left -= needed(every.step());
                times++;
            }
            return times == 0 ? Optional.empty() : Optional.of(amount(times * minor(every.off())));
        }
        return deal(reward);
    }

    private Wanted off(Benefit benefit, Reward.Per per) {
        if (benefit instanceof Benefit.PercentOff off) {
            return percent(off.percent());
        }
        if (per == Reward.Per.SCOPE) {
            long sum = sum(partsOfRunning());
            return benefit instanceof Benefit.AmountOff off
                    ? amount(minor(off.amounts()))
                    : new Wanted(Math.max(0, sum - minor(((Benefit.PriceOf) benefit).price())), partsOfRunning(), Optional.empty());
        }
        long[] shares = new long[running.length];
        for (int i : scope()) {
            if (per == Reward.Per.LINE) {
                shares[i] = off(benefit, sum(units(i, running[i])));
            } else {
                units(i, running[i]).forEach(unit -> shares[unit.line()] += off(benefit, unit.price()));
            }
        }
        return fixed(shares);
    }

    private Wanted atMost(Wanted wanted, long most) {
        return wanted.total() <= most
                ? wanted
                : new Wanted(most, wanted.weights(), wanted.fixed().map(shares -> allocate(most, wanted.weights())));
    }

    private Wanted amount(long amount) {
        long[] parts = partsOfRunning();
        long most = terms.scope().unitsPerLine() == 0 ? amount : Math.min(amount, sum(parts));
        return new Wanted(most, parts, Optional.empty());
    }

    private Wanted percent(Percent percent) {
        long[] weights = new long[running.length];
        long[] shares = new long[running.length];
        for (int i : scope()) {
            List<Unit> units = units(i, at(conventions.percentOf(), i));
            weights[i] = sum(units);
            if (conventions.grain() == Conventions.Grain.UNIT) {
                units.forEach(unit -> shares[unit.line()] += share(percent, unit.price()));
            } else {
                shares[i] = share(percent, weights[i]);
            }
        }
        return conventions.grain() == Conventions.Grain.SCOPE
                ? new Wanted(share(percent, sum(weights)), weights, Optional.empty())
                : fixed(shares);
    }

    private static Wanted fixed(long[] shares) {
        return new Wanted(sum(shares), shares, Optional.of(shares));
    }

    private long[] partsOfRunning() {
        long[] parts = new long[running.length];
        for (int i : scope()) {
            parts[i] = sum(units(i, running[i]));
        }
        return parts;
    }

    /** The units of a line that take part, cheaper ones first; they differ by one minor unit at most. */
    private List<Unit> units(int line, long price) {
        List<Unit> units = new ArrayList<>();
        long left = price;
        for (int i = quantity(line); i > 0; i--) {
            long one = left / i;
            units.add(new Unit(line, one, one * quantity(line) > price));
            left -= one;
        }
        return units.subList(0, taking(line));
    }

    private long off(Benefit benefit, long price) {
        if (benefit instanceof Benefit.PercentOff off) {
            return share(off.percent(), price);
        }
        return benefit instanceof Benefit.AmountOff off
                ? Math.min(price, minor(off.amounts()))
                : Math.max(0, price - minor(((Benefit.PriceOf) benefit).price()));
    }

    private long share(Percent percent, long price) {
        BigDecimal exact = BigDecimal.valueOf(price).multiply(percent.number()).movePointLeft(2);
        return conventions.rounds() == Conventions.Rounds.DISCOUNT
                ? exact.setScale(0, conventions.mode()).longValueExact()
                : price - BigDecimal.valueOf(price).subtract(exact).setScale(0, conventions.mode()).longValueExact();
    }

    private Optional<Wanted> deal(Reward reward) {
        if (reward instanceof Reward.Nth nth) {
            return nth(nth);
        }
        if (reward instanceof Reward.Single single) {
            List<Unit> units = sorted(line -> true, terms.which(), unit -> offOne(single.benefit(), unit));
            took = units.subList(0, Math.min(single.units(), units.size()));
            return units.isEmpty() ? Optional.empty() : Optional.of(on(took, single.benefit()));
        }
        if (reward instanceof Reward.SetTiers sets) {
            return setTiers(sets);
        }
        if (reward instanceof Reward.Earned earned) {
            return earned(earned);
        }
        if (reward instanceof Reward.Staggered deal) {
            return staggered(deal);
        }
        return reward instanceof Reward.BuyGet deal ? buyGet(deal) : sets((Reward.Sets) reward);
    }

    private Optional<Wanted> earned(Reward.Earned deal) {
        long left = have(deal.per());
        long units = 0;
        for (int times = 0; times < deal.most().orElse(Integer.MAX_VALUE) && left >= needed(deal.per().level()); times++) {
            left -= needed(deal.per().level());
            units += deal.units();
        }
        List<Unit> all = sorted(line -> true, terms.which(), unit -> offOne(deal.benefit(), unit));
        took = all.subList(0, (int) Math.min(units, all.size()));
        return took.isEmpty() ? Optional.empty() : Optional.of(on(took, deal.benefit()));
    }

    /** Set by set: the largest that what is left still fills. */
    private Optional<Wanted> setTiers(Reward.SetTiers sets) {
        boolean percent = sets.tiers().get(0).benefit() instanceof Benefit.PercentOff;
        List<Unit> left = new ArrayList<>(sorted(line -> true, terms.which(), unit -> percent ? best(sets.benefits(), unit) : unit.price()));
        Map<Reward.At, List<Unit>> made = new LinkedHashMap<>();
        long total = 0;
        long[] weights = new long[running.length];
        for (int times = 0; times < sets.most().orElse(Integer.MAX_VALUE); times++) {
            int have = left.size();
            Optional<Reward.At> next = sets.tiers().stream()
                    .filter(tier -> tier.number() <= have)
                    .max(Comparator.comparingInt(Reward.At::number));
            if (next.isEmpty()) {
                break;
            }
            List<Unit> set = left.subList(0, next.get().number());
            total += off(next.get().benefit(), sum(set));
            set.forEach(unit -> weights[unit.line()] += unit.price());
            made.computeIfAbsent(next.get(), tier -> new ArrayList<>()).addAll(set);
            set.clear();
        }
        took = made.values().stream().flatMap(List::stream).toList();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(percent ? each(made) : new Wanted(total, weights, Optional.empty()));
    }

    /** The units of each benefit, one benefit after the other. */
    private Wanted each(Map<Reward.At, List<Unit>> made) {
        long[] shares = new long[running.length];
        List<Unit> before = new ArrayList<>();
        made.forEach((at, units) -> {
            long[] more = behind(units, at.benefit(), before).fixed().orElseThrow();
            for (int i = 0; i < shares.length; i++) {
                shares[i] += more[i];
            }
            before.addAll(units);
        });
        return fixed(shares);
    }

    /** Group by group; of units of one price those that can save most go to the places that save most. */
    private Optional<Wanted> staggered(Reward.Staggered deal) {
        UnitOrder from = switch (terms.which()) {
            case CHEAPEST -> UnitOrder.DEAREST;
            case DEAREST -> UnitOrder.CHEAPEST;
            case FIRST -> UnitOrder.FIRST;
        };
        List<Unit> units = sorted(line -> true, from, unit -> best(deal.benefits(), unit));
        int groups = Math.min(units.size() / deal.size(), deal.most().orElse(Integer.MAX_VALUE));
        took = units.subList(0, groups * deal.size());
        List<Map.Entry<Reward.At, Unit>> hit = new ArrayList<>();
        for (int i = 0; i < groups * deal.size(); i++) {
            for (Reward.At place : deal.places()) {
                if (i % deal.size() == place.number() - 1) {
                    hit.add(Map.entry(place, units.get(i)));
                }
            }
        }
        if (from != UnitOrder.FIRST) {
            hit = swapped(hit, units);
        }
        Map<Reward.At, List<Unit>> made = new TreeMap<>(Comparator.comparingInt(Reward.At::number));
        hit.forEach(one -> made.computeIfAbsent(one.getKey(), place -> new ArrayList<>()).add(one.getValue()));
        return hit.isEmpty() ? Optional.empty() : Optional.of(places(made, hit));
    }

    /** Price by price, the best place first. */
    private List<Map.Entry<Reward.At, Unit>> swapped(List<Map.Entry<Reward.At, Unit>> hit, List<Unit> units) {
        List<Map.Entry<Reward.At, Unit>> best = new ArrayList<>();
        for (long price : hit.stream().mapToLong(one -> one.getValue().price()).distinct().toArray()) {
            List<Reward.At> places = new ArrayList<>(hit.stream()
                    .filter(one -> one.getValue().price() == price)
                    .map(Map.Entry::getKey)
                    .toList());
            places.sort(Comparator.<Reward.At>comparingLong(place -> -off(place.benefit(), price)).thenComparing(Reward.At::number));
            List<Unit> alike = units.stream().filter(unit -> unit.price() == price).toList();
            for (int i = 0; i < places.size(); i++) {
                best.add(Map.entry(places.get(i), alike.get(i)));
            }
        }
        return best;
    }

    /** A percentage is rounded over all units of its place; whose base price is whose goes by the order they were given in. */
    private Wanted places(Map<Reward.At, List<Unit>> made, List<Map.Entry<Reward.At, Unit>> inOrder) {
        long[] shares = new long[running.length];
        made.forEach((place, units) -> {
            List<List<Unit>> before = new ArrayList<>();
            List<Unit> all = new ArrayList<>();
            for (Map.Entry<Reward.At, Unit> one : inOrder) {
                if (one.getKey().equals(place)) {
                    before.add(List.copyOf(all));
                }
                all.add(one.getValue());
            }
            long[] more = on(units, place.benefit(), before).fixed().orElseThrow();
            for (int i = 0; i < shares.length; i++) {
                shares[i] += more[i];
            }
        });
        return fixed(shares);
    }

    private long best(List<Benefit> benefits, Unit unit) {
        return benefits.stream().mapToLong(benefit -> offOne(benefit, unit)).max().orElseThrow();
    }

    /** The last of each n, counted from the other end; where units of one price have several places, the best of them. */
    private Optional<Wanted> nth(Reward.Nth nth) {
        UnitOrder from = switch (terms.which()) {
            case CHEAPEST -> UnitOrder.DEAREST;
            case DEAREST -> UnitOrder.CHEAPEST;
            case FIRST -> UnitOrder.FIRST;
        };
        List<Unit> units = sorted(line -> true, from, unit -> offOne(nth.benefit(), unit));
        int groups = Math.min(units.size() / nth.n(), nth.most().orElse(Integer.MAX_VALUE));
        took = units.subList(0, groups * nth.n());
        List<Unit> hit = new ArrayList<>();
        for (int i = 1; i <= groups; i++) {
            int place = i * nth.n() - 1;
            hit.add(from == UnitOrder.FIRST ? units.get(place) : bestOfItsPrice(units, units.get(place).price(), hit));
        }
        return hit.isEmpty() ? Optional.empty() : Optional.of(on(hit, nth.benefit()));
    }

    private static Unit bestOfItsPrice(List<Unit> units, long price, List<Unit> gone) {
        List<Unit> left = new ArrayList<>(units);
        gone.forEach(left::remove);
        return left.stream().filter(unit -> unit.price() == price).findFirst().orElseThrow();
    }

    /** What the benefit takes off one unit before any floor. */
    private long offOne(Benefit benefit, Unit unit) {
        return benefit instanceof Benefit.PercentOff off
                ? Math.min(unit.price(), share(off.percent(), base(unit)))
                : off(benefit, unit.price());
    }

    private long base(Unit unit) {
        List<Long> bases = bases(unit.line());
        return unit.dearer() ? bases.get(bases.size() - 1) : bases.get(0);
    }

    /** What each unit of a line costs where a percentage is taken from, cheaper ones first. */
    private List<Long> bases(int line) {
        List<Long> bases = new ArrayList<>();
        long left = at(conventions.percentOf(), line);
        for (int i = quantity(line); i > 0; i--) {
            bases.add(left / i);
            left -= left / i;
        }
        return bases;
    }

    private List<Unit> sorted(Predicate<Line> wanted, UnitOrder first) {
        return sorted(wanted, first, unit -> 0L);
    }

    /** Of one price those that can save more come first, as far as the floor of their line lets go. */
    private List<Unit> sorted(Predicate<Line> wanted, UnitOrder first, Function<Unit, Long> off) {
        List<Unit> units = new ArrayList<>();
        for (int i : scope()) {
            if (wanted.test(basket.lines().get(i))) {
                units.addAll(units(i, running[i]));
            }
        }
        if (first == UnitOrder.FIRST) {
            return units;
        }
        Comparator<Unit> byPrice = Comparator.comparingLong(Unit::price);
        units.sort(first == UnitOrder.CHEAPEST ? byPrice : byPrice.reversed());
        long[] left = room();
        List<Map.Entry<Unit, Long>> valued = new ArrayList<>();
        for (Unit unit : units) {
            long each = Math.min(off.apply(unit), left[unit.line()]);
            left[unit.line()] -= each;
            valued.add(Map.entry(unit, each));
        }
        Comparator<Map.Entry<Unit, Long>> order = Comparator.comparingLong(entry -> entry.getKey().price());
        order = first == UnitOrder.CHEAPEST ? order : order.reversed();
        valued.sort(order.thenComparing(entry -> -entry.getValue()).thenComparing(entry -> turn(entry.getKey().line())));
        return valued.stream().map(Map.Entry::getKey).toList();
    }

    /** The place of a line among lines that tie: the dearer first, then by its names and prices, never by its place. */
    private String turn(int line) {
        return turns.computeIfAbsent(line, this::turnOf);
    }

    private String turnOf(int line) {
        Line one = basket.lines().get(line);
        return String.format(
                "%019d|%s|%s|%s|%s|%019d|%09d|%019d|%019d|%s|%s".replace('|', '\u0001'),
                Long.MAX_VALUE - list(line), one.store(), one.category(), one.brand(), one.sku(), one.unitPrice().minor(),
                one.quantity(), one.priorPrice().map(Money::minor).orElse(0L), one.minimumPrice().map(Money::minor).orElse(0L),
                String.join("\n", one.categories()), String.join("\n", one.tags().stream().sorted().toList()));
    }

    /** A percentage is rounded once over the units, for each line or for each unit, of what they cost where it is taken from. */
    private Wanted on(List<Unit> units, Benefit benefit) {
        return behind(units, benefit, List.of());
    }

    /** Behind units whose base prices are counted already. */
    private Wanted behind(List<Unit> units, Benefit benefit, Collection<Unit> gone) {
        List<List<Unit>> before = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            List<Unit> all = new ArrayList<>(gone);
            all.addAll(units.subList(0, i));
            before.add(all);
        }
        return on(units, benefit, before);
    }

    /** With what was counted before each of them. */
    private Wanted on(List<Unit> units, Benefit benefit, List<List<Unit>> before) {
        long[] prices = new long[running.length];
        long[] shares = new long[running.length];
        for (Unit unit : units) {
            prices[unit.line()] += unit.price();
            shares[unit.line()] += benefit instanceof Benefit.PercentOff ? 0 : off(benefit, unit.price());
        }
        return benefit instanceof Benefit.PercentOff off ? fixed(least(percentOn(units, off.percent(), before), prices)) : fixed(shares);
    }

    private long[] percentOn(List<Unit> units, Percent percent, List<List<Unit>> before) {
        long[] bases = new long[running.length];
        long[] byUnit = new long[running.length];
        long[] byLine = new long[running.length];
        for (int i = 0; i < running.length; i++) {
            for (long base : counted(units, before, i)) {
                bases[i] += base;
                byUnit[i] += share(percent, base);
            }
            byLine[i] = share(percent, bases[i]);
        }
        return switch (conventions.grain()) {
            case SCOPE -> allocate(share(percent, sum(bases)), bases);
            case LINE -> byLine;
            case UNIT -> byUnit;
        };
    }

    /** The base prices of the units of one line: the cheaper ones from below, the dearer ones from above. */
    private List<Long> counted(List<Unit> units, List<List<Unit>> before, int line) {
        List<Long> all = bases(line);
        List<Long> some = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            Unit unit = units.get(u);
            if (unit.line() == line) {
                int alike = (int) before.get(u).stream().filter(unit::equals).count();
                some.add(all.get(unit.dearer() ? all.size() - 1 - alike : alike));
            }
        }
        return some;
    }

    private Optional<Wanted> buyGet(Reward.BuyGet deal) {
        for (int times = Math.min(1000, deal.most().orElse(1000)); times > 0; times--) {
            List<Unit> got = got(deal, times);
            if (got.size() == times * deal.get()) {
                took = new ArrayList<>(got);
                List<Unit> left = new ArrayList<>(sorted(line -> anyOf(deal.buying(), line), UnitOrder.DEAREST));
                got.forEach(left::remove);
                took.addAll(left.subList(0, times * deal.buy()));
                return Optional.of(on(got, deal.benefit()));
            }
        }
        return Optional.empty();
    }

    /** Takes what may be given away in its order, as long as enough is left to be bought. */
    private List<Unit> got(Reward.BuyGet deal, int times) {
        long buyable = sorted(line -> anyOf(deal.buying(), line), UnitOrder.DEAREST).size();
        List<Unit> got = new ArrayList<>();
        if (buyable < (long) times * deal.buy()) {
            return got;
        }
        for (Unit unit : sorted(line -> anyOf(deal.getting(), line), terms.which(), unit -> offOne(deal.benefit(), unit))) {
            boolean buys = anyOf(deal.buying(), basket.lines().get(unit.line()));
            if (got.size() < times * deal.get() && (!buys || buyable - 1 >= (long) times * deal.buy())) {
                got.add(unit);
                buyable -= buys ? 1 : 0;
            }
        }
        return got;
    }

    private static boolean shares(Set<String> names, Collection<String> own) {
        return own.stream().anyMatch(names::contains);
    }

    private static boolean anyOf(Scope.Names names, Line line) {
        return names.isEmpty()
                || names.skus().contains(line.sku())
                || shares(names.categories(), line.categories())
                || names.brands().contains(line.brand())
                || names.stores().contains(line.store());
    }

    private Optional<Wanted> sets(Reward.Sets sets) {
        boolean byUnit = sets.per() == Reward.Per.UNIT || sets.benefit() instanceof Benefit.PercentOff;
        List<Unit> free = sorted(line -> true, terms.which(), unit -> byUnit ? offOne(sets.benefit(), unit) : unit.price());
        long times = Math.min(sets.most().orElse(Integer.MAX_VALUE), free.size());
        while (times > 0 && !canFill(free, wanted(sets, times), sets)) {
            times--;
        }
        List<List<Unit>> parts = dealtOut(free, sets, times);
        List<Unit> all = new ArrayList<>();
        long total = 0;
        for (int set = 0; set < times; set++) {
            long price = 0;
            for (int p = 0; p < parts.size(); p++) {
                int count = sets.parts().get(p).count();
                List<Unit> units = parts.get(p).subList(set * count, (set + 1) * count);
                all.addAll(units);
                price += sum(units);
            }
            total += off(sets.benefit(), price);
        }
        took = all;
        if (times == 0) {
            return Optional.empty();
        }
        if (byUnit) {
            return Optional.of(on(all, sets.benefit()));
        }
        long[] weights = new long[running.length];
        all.forEach(unit -> weights[unit.line()] += unit.price());
        return Optional.of(new Wanted(total, weights, Optional.empty()));
    }

    /** How many units so many sets want, by what parts are named. */
    private static Map<Scope.Names, Long> wanted(Reward.Sets sets, long times) {
        Map<Scope.Names, Long> wanted = new LinkedHashMap<>();
        sets.parts().forEach(part -> wanted.merge(part.names(), times * part.count(), Long::sum));
        return wanted;
    }

    private boolean fits(Unit unit, Scope.Names part, Reward.Sets sets) {
        Line line = basket.lines().get(unit.line());
        return part.isEmpty()
                ? sets.parts().stream().noneMatch(other -> !other.names().isEmpty() && anyOf(other.names(), line))
                : anyOf(part, line);
    }

    /** By Hall: any choice of parts together fits as many units as it wants. */
    private boolean canFill(List<Unit> units, Map<Scope.Names, Long> wanted, Reward.Sets sets) {
        List<Scope.Names> parts = List.copyOf(wanted.keySet());
        for (int choice = 1; choice < 1 << parts.size(); choice++) {
            List<Scope.Names> some = new ArrayList<>();
            for (int p = 0; p < parts.size(); p++) {
                if ((choice >> p & 1) == 1) {
                    some.add(parts.get(p));
                }
            }
            long fit = units.stream().filter(unit -> some.stream().anyMatch(part -> fits(unit, part, sets))).count();
            if (fit < some.stream().mapToLong(wanted::get).sum()) {
                return false;
            }
        }
        return true;
    }

    /** Unit by unit: to the first part it fits after which the others can fill the rest. Parts of one name take turns. */
    private List<List<Unit>> dealtOut(List<Unit> free, Reward.Sets sets, long times) {
        Map<Scope.Names, Long> wanted = wanted(sets, times);
        Map<Scope.Names, List<Unit>> taken = new HashMap<>();
        for (int i = 0; i < free.size(); i++) {
            for (Scope.Names part : List.copyOf(wanted.keySet())) {
                Map<Scope.Names, Long> then = new LinkedHashMap<>(wanted);
                then.merge(part, -1L, Long::sum);
                if (wanted.get(part) > 0 && fits(free.get(i), part, sets) && canFill(free.subList(i + 1, free.size()), then, sets)) {
                    taken.computeIfAbsent(part, p -> new ArrayList<>()).add(free.get(i));
                    wanted = then;
                    break;
                }
            }
        }
        List<List<Unit>> dealt = new ArrayList<>();
        sets.parts().forEach(part -> dealt.add(new ArrayList<>()));
        for (int set = 0; set < times; set++) {
            for (int p = 0; p < sets.parts().size(); p++) {
                List<Unit> own = taken.get(sets.parts().get(p).names());
                for (int unit = 0; unit < sets.parts().get(p).count(); unit++) {
                    dealt.get(p).add(own.remove(0));
                }
            }
        }
        return dealt;
    }

    private boolean isSpread() {
        return conventions.spread() != Conventions.Spread.AS_TAKEN && !took.isEmpty();
    }

    /** What the items that get it save, on all that took part: by what they cost, or by how many there are. */
    private Answer spread(Wanted wanted) {
        long[] counts = new long[running.length];
        took.forEach(unit -> counts[unit.line()]++);
        long[] prices = new long[running.length];
        for (int i = 0; i < prices.length; i++) {
            long cheapest = counts[i] == 0 ? 0 : sum(units(i, running[i]).subList(0, (int) counts[i]));
            int line = i;
            prices[i] = wanted.fixed().map(shares -> Math.max(shares[line], cheapest)).orElse(wanted.weights()[i]);
        }
        long cap = terms.cap().map(this::minor).orElse(Long.MAX_VALUE);
        long total = wanted.fixed().map(shares -> sum(least(shares, room()))).orElse(wanted.total());
        long[] most = least(prices, room());
        long[] shares = allocate(total, conventions.spread() == Conventions.Spread.EQUALLY ? counts : prices);
        if (sum(least(shares, most)) < sum(shares)) {
            return new Answer(Math.min(cap, Math.min(total, sum(most))), Optional.empty());
        }
        long[] held = total > cap ? allocate(cap, shares) : shares;
        return new Answer(sum(held), Optional.of(held));
    }

    private Answer settled(Wanted wanted) {
        long cap = terms.cap().map(this::minor).orElse(Long.MAX_VALUE);
        long total = Math.min(cap, wanted.total());
        long[] room = room();
        if (wanted.fixed().isPresent()) {
            long[] shares = wanted.total() > cap ? allocate(total, wanted.weights()) : wanted.fixed().get();
            long[] held = least(shares, room);
            return new Answer(sum(held), Optional.of(held));
        }
        long[] shares = allocate(total, wanted.weights());
        long[] held = least(shares, room);
        boolean moves = sum(held) < sum(shares);
        long most = 0;
        for (int i = 0; i < room.length; i++) {
            most += wanted.weights()[i] > 0 ? room[i] : 0;
        }
        return moves ? new Answer(Math.min(total, most), Optional.empty()) : new Answer(sum(held), Optional.of(held));
    }

    /** What may still come off each line before its own minimum price or the offer's. */
    long[] room() {
        long[] room = new long[running.length];
        for (int i : scope()) {
            Line line = basket.lines().get(i);
            long own = line.minimumPrice().map(p -> Math.min(p.minor(), line.unitPrice().minor())).orElse(0L);
            long floor = Math.max(terms.isForLater() ? 0 : own, terms.minimumPrice().map(this::minor).orElse(0L));
            room[i] = Math.max(0, running[i] - floor * quantity(i));
        }
        return room;
    }

    private long[] allocate(long total, long[] weights) {
        return allocate(total, weights, conventions.spare(), Comparator.comparing(this::turn));
    }

    /** With ties to the earlier weight. */
    static long[] allocate(long total, long[] weights, Conventions.Spare spare) {
        return allocate(total, weights, spare, Comparator.naturalOrder());
    }

    /** Shares in big numbers, by the four customs. */
    private static long[] allocate(long total, long[] weights, Conventions.Spare spare, Comparator<Integer> turn) {
        BigInteger sum = BigInteger.ZERO;
        for (long weight : weights) {
            sum = sum.add(BigInteger.valueOf(weight));
        }
        long[] shares = new long[weights.length];
        if (sum.signum() == 0) {
            return shares;
        }
        BigDecimal[] rest = new BigDecimal[weights.length];
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            BigInteger product = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[i]));
            BigInteger[] parts = product.divideAndRemainder(sum);
            shares[i] = parts[0].longValueExact();
            rest[i] = new BigDecimal(parts[1]).divide(new BigDecimal(sum), 40, RoundingMode.HALF_EVEN);
            if (weights[i] > 0) {
                lines.add(i);
            }
            BigDecimal exact = BigDecimal.valueOf(shares[i]).add(rest[i]);
            if (spare == Conventions.Spare.FIRST_LINES_ROUNDED) {
                shares[i] = exact.setScale(0, RoundingMode.HALF_DOWN).longValueExact();
            } else if (spare == Conventions.Spare.LAST_LINE) {
                shares[i] = exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
            }
        }
        return spare == Conventions.Spare.LAST_LINE ? last(total, shares, lines) : first(total, shares, rest, lines, spare, turn);
    }

    private static long[] last(long total, long[] shares, List<Integer> lines) {
        long left = total;
        for (int i : lines.subList(0, lines.size() - 1)) {
            shares[i] = Math.min(left, shares[i]);
            left -= shares[i];
        }
        shares[lines.get(lines.size() - 1)] = left;
        return shares;
    }

    private static long[] first(
            long total,
            long[] shares,
            BigDecimal[] rest,
            List<Integer> lines,
            Conventions.Spare spare,
            Comparator<Integer> turn) {
        List<Integer> order = new ArrayList<>(lines);
        if (spare == Conventions.Spare.LARGEST_REMAINDER) {
            order.sort(Comparator.comparing((Integer i) -> rest[i]).reversed().thenComparing(turn));
        }
        while (sum(shares) != total) {
            for (int i : order) {
                long left = total - sum(shares);
                if (left != 0 && shares[i] + Long.signum(left) >= 0) {
                    shares[i] += Long.signum(left);
                }
            }
        }
        return shares;
    }

    private static long[] least(long[] one, long[] other) {
        long[] least = new long[one.length];
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(one[i], other[i]);
        }
        return least;
    }

    private static long sum(List<Unit> units) {
        return units.stream().mapToLong(Unit::price).sum();
    }

    static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }
}
