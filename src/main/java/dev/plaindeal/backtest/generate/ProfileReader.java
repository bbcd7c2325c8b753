package dev.plaindeal.backtest.generate;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Region;
import dev.plaindeal.json.Decoded;
import dev.plaindeal.json.Excerpt;
import dev.plaindeal.json.JsonProblems;
import dev.plaindeal.json.JsonSubject;
import dev.plaindeal.json.JsonTree;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.ProblemException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads a profile; everything that is wrong is collected. For one thread. */
final class ProfileReader {

    private static final List<String> KNOWN = List.of("from", "until", "hours", "markets");
    private static final List<String> OF_MARKET = List.of("market", "weight", "currency", "locale", "channels", "stores", "categories",
            "lines", "quantities", "prices", "shipping", "codes", "buyers", "newBuyers");
    private static final List<String> OF_BAND = List.of("from", "to", "step", "weight");
    private static final long MOST_WEIGHT = 1_000_000;
    private static final long MOST_BUYERS = 1_000_000_000L;
    private static final int HOURS = 24;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JsonProblems problems;
    private final ValueReader values;
    private Currency currency = Currency.of("USD");

    private ProfileReader(JsonProblems problems) {
        this.problems = problems;
        this.values = new ValueReader(problems);
    }

    static OrderProfile read(String file, byte[] json) {
        JsonProblems problems = Decoded.of(file, json, 1);
        Optional<Node> root = problems.hasErrors() ? Optional.empty() : JsonTree.of(problems, new JsonSubject("profile", "five"));
        Optional<OrderProfile> profile = root.flatMap(node -> new ProfileReader(problems).profile(node));
        if (problems.hasErrors() || profile.isEmpty()) {
            throw new ProblemException(problems.sorted());
        }
        return profile.get();
    }

    private Optional<OrderProfile> profile(Node node) {
        return values.fields(node).flatMap(fields -> {
            ObjectReader shape = new ObjectReader(values, fields, KNOWN);
            LocalDate from = shape.require("from", this::day, LocalDate.EPOCH);
            LocalDate until = shape.require("until", this::day, LocalDate.EPOCH.plusDays(1));
            shape.find("until").filter(any -> !from.isBefore(until)).ifPresent(one ->
                    problems.error("no-days", one.spot(), "\"until\" is not after \"from\"", "The day \"until\" is the first without orders"));
            long[] hours = shape.require("hours", this::hours, new long[] {1});
            Optional<Draw<MarketProfile>> markets = shape.require("markets", this::markets, Optional.empty());
            return problems.hasErrors() ? Optional.empty() : markets.map(all -> new OrderProfile(from, until, hours, all));
        });
    }

    private LocalDate day(Node node) {
        String text = values.text(node);
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException wrong) {
            return noDay(node, text);
        }
        return noDay(node, text);
    }

    private LocalDate noDay(Node node, String text) {
        if (!text.isEmpty()) {
            problems.error("no-day", node.spot(), node.spot().label() + " is " + Excerpt.quoted(text) + ", no day", "For instance 2026-01-01");
        }
        return LocalDate.EPOCH;
    }

    private long[] hours(Node node) {
        long[] hours = values.items(node).stream().mapToLong(this::weight).toArray();
        long sum = 0;
        for (long hour : hours) {
            sum += hour;
        }
        if (hours.length != HOURS || sum == 0) {
            problems.error("no-hours", node.spot(), "\"hours\" are 24 weights, one for each hour of a day in UTC, and not all 0", "");
        }
        return hours;
    }

    private long weight(Node node) {
        return values.whole(node, 0, MOST_WEIGHT);
    }

    private Optional<Draw<MarketProfile>> markets(Node node) {
        Map<MarketProfile, Long> markets = new LinkedHashMap<>();
        for (Node item : values.items(node)) {
            values.fields(item).ifPresent(fields -> {
                ObjectReader shape = new ObjectReader(values, fields, OF_MARKET);
                long weight = shape.require("weight", this::weight, 1L);
                market(shape).ifPresent(market -> markets.put(market, weight));
            });
        }
        return draw(node, markets);
    }

    private Optional<MarketProfile> market(ObjectReader shape) {
        String market = shape.require("market", this::country, "");
        currency = shape.require("currency", this::currency, currency);
        String locale = shape.get("locale", this::locale, "en-" + market);
        Optional<Draw<Channel>> channels = shape.require("channels", draw(this::channel), Optional.empty());
        Optional<Draw<String>> stores = shape.require("stores", draw(this::store), Optional.empty());
        Optional<Draw<String>> categories = shape.require("categories", draw(this::category), Optional.empty());
        Optional<Draw<Long>> lines = shape.require("lines", draw(this::number), Optional.empty());
        Optional<Draw<Long>> quantities = shape.require("quantities", draw(this::number), Optional.empty());
        Optional<Draw<PriceBand>> prices = shape.require("prices", this::prices, Optional.empty());
        Optional<Draw<Long>> shipping = shape.require("shipping", draw(this::minor), Optional.empty());
        Map<String, Long> codes = shape.get("codes", this::codes, Map.of());
        long buyers = shape.get("buyers", node -> values.whole(node, 0, MOST_BUYERS), 0L);
        long newBuyers = shape.get("newBuyers", this::percent, 0L);
        return problems.hasErrors() ? Optional.empty() : Optional.of(new MarketProfile(market, currency, locale, channels.orElseThrow(),
                stores.orElseThrow(), categories.orElseThrow(), lines.orElseThrow(), quantities.orElseThrow(), prices.orElseThrow(),
                shipping.orElseThrow(), codes, buyers, newBuyers)).filter(drawn -> isPayable(shape, drawn));
    }

    /** Of orders that no engine prices nothing could be said; so none is ever drawn. */
    private boolean isPayable(ObjectReader shape, MarketProfile market) {
        BigInteger line = BigInteger.valueOf(market.prices().most(PriceBand::to)).multiply(BigInteger.valueOf(market.quantities().most(Long::longValue)))
                .add(BigInteger.valueOf(market.shipping().most(Long::longValue)));
        BigInteger order = line.multiply(BigInteger.valueOf(market.lines().most(Long::longValue)));
        boolean payable = order.compareTo(BigInteger.valueOf(Basket.LARGEST_TOTAL)) <= 0;
        if (!payable) {
            problems.error("too-large", shape.spot(), "An order of " + market.market() + " could cost " + order + " minor units, more than "
                    + Basket.LARGEST_TOTAL, "Fewer lines, smaller quantities or lower prices");
        }
        return payable;
    }

    /** A name that lines may have, and things of theirs that are named after it. */
    private Optional<String> store(String name) {
        return usable(name, () -> OrderGenerator.line(1, name, "", OrderGenerator.SKUS - 1, Money.zero(currency), 1));
    }

    private Optional<String> category(String name) {
        return usable(name, () -> OrderGenerator.line(1, "store", name, 0, Money.zero(currency), 1));
    }

    private static Optional<String> usable(String name, Supplier<Line> line) {
        try {
            line.get();
            return Optional.of(name);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private String country(Node node) {
        return checked(node, text -> Optional.of(text).filter(Region::isCountry), "no country of ISO 3166", "");
    }

    private Currency currency(Node node) {
        return checked(node, Currency::find, "no currency of ISO 4217", currency);
    }

    private String locale(Node node) {
        return checked(node, Region::languageTag, "no language tag (BCP 47)", "en");
    }

    private <T> T checked(Node node, Function<String, Optional<T>> check, String what, T standIn) {
        String text = values.text(node);
        Optional<T> value = check.apply(text);
        if (value.isEmpty()) {
            problems.error("wrong-value", node.spot(), node.spot().label() + " is " + Excerpt.quoted(text) + ", " + what, "");
        }
        return value.orElse(standIn);
    }

    private Optional<Channel> channel(String key) {
        return Channel.find(key);
    }

    private Optional<Long> number(String text) {
        return text.matches("[1-9][0-9]{0,2}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private Optional<Long> minor(String text) {
        try {
            return Optional.of(Money.of(text, currency).minor()).filter(minor -> minor >= 0);
        } catch (ArithmeticException | NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    /** An object of values with their weights. */
    private <T> Function<Node, Optional<Draw<T>>> draw(Function<String, Optional<T>> value) {
        return node -> values.fields(node).flatMap(fields -> {
            Map<T, Long> weights = new LinkedHashMap<>();
            fields.byName().forEach((name, weight) -> value.apply(name).ifPresentOrElse(
                    one -> weights.merge(one, weight(weight), Long::sum),
                    () -> problems.errorAtName("wrong-value", weight.spot(), Excerpt.quoted(name) + " cannot stand here", "")));
            return draw(node, weights);
        });
    }

    private <T> Optional<Draw<T>> draw(Node node, Map<T, Long> weights) {
        try {
            return problems.hasErrors() ? Optional.empty() : Optional.of(new Draw<>(weights));
        } catch (IllegalArgumentException nothing) {
            problems.error("no-weight", node.spot(), "Nothing in " + node.spot().label() + " has a weight", "");
            return Optional.empty();
        }
    }

    private Optional<Draw<PriceBand>> prices(Node node) {
        Map<PriceBand, Long> bands = new LinkedHashMap<>();
        for (Node item : values.items(node)) {
            values.fields(item).ifPresent(fields -> {
                ObjectReader shape = new ObjectReader(values, fields, OF_BAND);
                long from = shape.require("from", this::price, 1L);
                long to = shape.require("to", this::price, from);
                long step = shape.require("step", this::price, 1L);
                if (step < 1 || to < from) {
                    problems.error("no-prices", item.spot(), "There is no price from \"from\" to \"to\" in steps of \"step\"", "");
                } else {
                    bands.merge(new PriceBand(from, to, step), shape.require("weight", this::weight, 1L), Long::sum);
                }
            });
        }
        return draw(node, bands);
    }

    private long price(Node node) {
        return checked(node, this::minor, "no price in " + currency, 1L);
    }

    private Map<String, Long> codes(Node node) {
        Map<String, Long> codes = new LinkedHashMap<>();
        Set<String> known = new HashSet<>(Set.of(""));
        values.fields(node).ifPresent(fields -> fields.byName().forEach((code, percent) -> {
            codes.put(code, percent(percent));
            if (!known.add(Code.normal(code))) {
                problems.errorAtName("wrong-value", percent.spot(), Excerpt.quoted(code) + (Code.normal(code).isEmpty()
                        ? " is no code" : " is given twice: codes are the same in capitals and small letters"), "");
            }
        }));
        if (codes.size() > Basket.MOST_CODES) {
            problems.error("too-many-codes", node.spot(), "\"codes\" has " + codes.size() + " codes, and an order has at most "
                    + Basket.MOST_CODES, "");
        }
        return codes;
    }

    private long percent(Node node) {
        return values.whole(node, 0, 100);
    }
}
