package dev.plaindeal.read;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.Region;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.Excerpt;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.Currency;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.text.Blanks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where, in which money and language, and when: fields whose values come from public lists and formats. */
final class MarketReader {

    /** What people write for a country or a currency that has another code. */
    private static final Map<String, String> USUAL_SLIPS =
            Map.of("UK", "GB", "EN", "GB", "RMB", "CNY", "CNH", "CNY", "NTD", "TWD", "STG", "GBP");
    static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final String FOR_INSTANCE = "Date, time and offset, for instance \"2026-11-22T12:00:00Z\"";

    private final ValueReader values;

    MarketReader(ValueReader values) {
        this.values = values;
    }

    String market(Node node) {
        String text = values.text(node);
        if (!Blanks.isOnly(text) && !Region.isCountry(text)) {
            report("unknown-market", node, "no ISO 3166 country", countryHint(text));
        }
        return text;
    }

    private static String countryHint(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String guess = USUAL_SLIPS.getOrDefault(upper, upper);
        if (Region.isCountry(guess)) {
            return "Maybe " + guess + "?";
        }
        return Arrays.stream(Locale.getISOCountries())
                .filter(country -> threeLetters(country).equals(upper))
                .findFirst()
                .map(country -> "Maybe " + country + "?")
                .orElse("A market is a country's two capital letters, for instance US or GB");
    }

    private static String threeLetters(String country) {
        try {
            return new Locale.Builder().setRegion(country).build().getISO3Country();
        } catch (MissingResourceException none) {
            return "";
        }
    }

    Optional<Currency> currency(Node node) {
        String text = values.text(node);
        Optional<Currency> found = Currency.find(text);
        if (found.isEmpty() && !Blanks.isOnly(text)) {
            report("unknown-currency", node, "no ISO 4217 currency", currencyHint(text));
        }
        return found;
    }

    private static String currencyHint(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        String guess = USUAL_SLIPS.getOrDefault(upper, upper);
        return Currency.find(guess)
                .map(currency -> "Maybe " + currency + "?")
                .orElse("A currency is three capital letters, for instance USD or EUR");
    }

    /** In the letter case of BCP 47, because rules compare locales as text. */
    String locale(Node node) {
        String text = values.text(node);
        if (Blanks.isOnly(text)) {
            return text;
        }
        return Region.languageTag(text).orElseGet(() -> {
            Optional<String> guess = Region.languageTag(text.strip().replace('_', '-'));
            report("malformed-locale", node, "no language tag (BCP 47)",
                    guess.map(tag -> "Maybe " + tag + "?").orElse("For instance en-US"));
            return text;
        });
    }

    Channel channel(Node node) {
        String text = values.text(node);
        Optional<Channel> found = Channel.find(text);
        if (found.isEmpty()) {
            reportKey(node, text, "channel", Arrays.stream(Channel.values()).map(Channel::key).toList());
        }
        return found.orElse(Channel.SHELF);
    }

    Optional<Client> client(Node node) {
        String text = values.text(node);
        Optional<Client> found = Client.find(text);
        if (found.isEmpty()) {
            reportKey(node, text, "client", Arrays.stream(Client.values()).map(Client::key).toList());
        }
        return found;
    }

    private void reportKey(Node node, String text, String what, List<String> keys) {
        if (!Blanks.isOnly(text)) {
            report("unknown-" + what, node, "no " + what,
                    Nearest.hint(text, keys, "The " + what + "s are " + String.join(", ", keys)));
        }
    }

    Instant moment(Node node) {
        if (!(node instanceof Node.Text)) {
            values.wrongType(node, "a text", FOR_INSTANCE);
            return Instant.EPOCH;
        }
        String text = values.text(node);
        if (Blanks.isOnly(text)) {
            return Instant.EPOCH;
        }
        try {
            return MOMENT.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : refuseMoment(node, text);
        } catch (DateTimeException noSuchDay) {
            report("malformed-moment", node, "no moment: there is no such day, hour or offset", "");
            return Instant.EPOCH;
        }
    }

    private Instant refuseMoment(Node node, String text) {
        String hint = MOMENT.matcher(text + "Z").matches() ? "Maybe " + text + "Z, or an offset such as +08:00?"
                : text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? "Maybe " + text + "T00:00:00Z?"
                : FOR_INSTANCE;
        report("malformed-moment", node, "no moment", hint);
        return Instant.EPOCH;
    }

    /** Says nothing when the value is no text at all: that is reported already. */
    private void report(String code, Node node, String what, String hint) {
        if (node instanceof Node.Text text) {
            values.findings().error(code, node.spot(),
                    node.spot().label() + " is " + Excerpt.quoted(text.value()) + ", " + what, hint);
        }
    }
}
