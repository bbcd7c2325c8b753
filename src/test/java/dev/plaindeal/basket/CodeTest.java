package dev.plaindeal.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "SAVE10", "save10", " Save10\t", "\u00a0SAVE10", "SAVE 10", "SAVE10\r\n", "\u3000SAVE10\u2003", "SA\u200bVE10", "\ufeffSAVE10",
        "SAVE\u00ad10", "\u202eSAVE10", "\uff33\uff21\uff36\uff25\uff11\uff10", "SAVE\u206010", "SAVE10\u3164", "SAVE10\u2800",
        "SAVE10\ufe0f", "SAVE\u2028" + "10", "\u017fave10", "SAVE\udb40\udc4110", "SAVE10\u0085", "SA\uffa0VE10", "save\u202f10"
    })
    void theSameCodeHoweverItIsTyped(String typed) {
        assertThat(Code.normal(typed)).isEqualTo("SAVE10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAVE10\u001b", "SAVE1\u0000" + "0", "SAVE10\ud800", "SAVE10\uffff", "SAVE-10", "SAVE1O", "\u0405AVE10"})
    void anotherCode(String typed) {
        assertThat(Code.normal(typed)).isNotEqualTo("SAVE10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u200b\ufeff", "\u3164"})
    void noCodeAtAll(String typed) {
        assertThat(Code.normal(typed)).isEmpty();
    }

    @Test
    void theFormOfAFormIsItself() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String typed = random.ints(6, 0, 0x3100).mapToObj(Character::toString).reduce("", String::concat);
            String form = Code.normal(typed);
            assertThat(Code.normal(form)).as("seed %d: %s", seed, typed).isEqualTo(form);
        }
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Code.normal("pick-it")).isEqualTo("PICK-IT");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLongOneIsNoRulesCode() {
        String longest = "A".repeat(200);
        assertThat(Code.normal(longest)).isEqualTo(longest);
        assertThat(Code.normal(longest + "B")).hasSize(201).endsWith("\u2026");
        assertThat(Code.normal("\u2026")).isEqualTo("...");
        assertThat(Code.normal("SAVE10" + " ".repeat(10_000))).isEqualTo("SAVE10");
    }

    @Test
    void twiceIsOnceAndEmptyIsNone() {
        assertThat(Code.distinct(List.of("b", "SAVE10", " ", "save10 ", "B\u200b"))).containsExactly("b", "SAVE10");
    }

    @Test
    void itIsShownAsTyped() {
        assertThat(Code.shown(" \u200bnope\t")).isEqualTo("nope");
        assertThat(Code.shown("\u001b[2J\nx")).isEqualTo("\\u001b[2J\\u000ax");
        assertThat(Code.shown("::error::x")).isEqualTo("::error::x");
        assertThat(Code.shown("a\ud83d\ude00".repeat(1_000))).hasSize(123).endsWith("...");
    }
}
