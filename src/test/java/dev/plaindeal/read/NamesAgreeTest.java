package dev.plaindeal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A basket made in code may name things as one of JSON may, and no other way. */
class NamesAgreeTest {

    private static final String LONGEST = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "tea", "tea ", "\u00a0tea", "tea\u3000", "tea set", "tea\u00a0set", "\ufefftea", "t\u200bea",
            "tea\ud83c", "\ud83e\uded6", "\u062a\u0627\u062c\u0631", "tea\tset", "tea\u0085", LONGEST, LONGEST + "x"})
    void ofWhatANameMayBe(String name) {
        assertThat(isMade(name, "cup")).as("as an sku").isEqualTo(isRead(name, "cup"));
        assertThat(isMade("cup", name)).as("as a store").isEqualTo(isRead("cup", name));
        assertThat(isMade(List.of(name, "cup"), Set.of("cup"))).as("as a category").isEqualTo(isReadIn("categories", name));
        assertThat(isMade(List.of(), Set.of(name, "cup"))).as("as a tag").isEqualTo(isReadIn("tags", name));
    }

    private static boolean isMade(List<String> categories, Set<String> tags) {
        Money price = Money.of("1.00", Currency.of("USD"));
        try {
            return new Line("1", "tea", "a", categories, "", tags, price, Optional.empty(), Optional.empty(), 1, Attributes.NONE).quantity() == 1;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean isReadIn(String field, String name) {
        String json = "{\"basket\":\"b\",\"market\":\"US\",\"currency\":\"USD\",\"lines\":[{\"unitPrice\":\"1.00\",\"sku\":\"tea\","
                + "\"store\":\"a\",\"" + field + "\":[\"" + escaped(name) + "\",\"cup\"]}]}";
        return BasketReader.read("b", json.getBytes(UTF_8), Instant.EPOCH).basket().isPresent();
    }

    private static boolean isMade(String sku, String store) {
        try {
            Basket.builder("b", "US", "USD", Instant.EPOCH).line(sku, store, "1.00", 1).build();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static boolean isRead(String sku, String store) {
        String json = "{\"basket\":\"b\",\"market\":\"US\",\"currency\":\"USD\",\"lines\":[{\"unitPrice\":\"1.00\",\"sku\":\"" + escaped(sku)
                + "\",\"store\":\"" + escaped(store) + "\"}]}";
        return BasketReader.read("b", json.getBytes(UTF_8), Instant.EPOCH).basket().isPresent();
    }

    /** Half a character has to reach the reader as it is. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < 0x80 ? String.valueOf(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(c)))
                    : String.format("\\u%04x", (int) c));
        }
        return escaped.toString();
    }
}
