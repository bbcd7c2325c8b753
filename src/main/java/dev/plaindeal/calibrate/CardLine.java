package dev.plaindeal.calibrate;

import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.MessageKey;
import dev.plaindeal.language.Placeholder;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of a card, in no language yet. */
sealed interface CardLine {

    /** The line in a language. */
    String in(QuestionnaireTexts texts, BuyerWords words);

    /** A text without numbers. */
    record PlainText(String key) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill(key, Map.of());
        }
    }

    /** A text with an amount of money. */
    record OfMoney(String key, String gap, Money amount) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill(key, Map.of(gap, words.money(amount)));
        }
    }

    /** A percentage off. */
    record OfPercent(String key, Percent share) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill(key, Map.of("percent", words.percent(share)));
        }
    }

    /** Several items at a price each. */
    record ItemsAtPrice(int count, Money each) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill("card.items", Map.of("count", words.count(count), "price", words.money(each)));
        }
    }

    /** Buy some, get some free. */
    record Bundle(int buy, int get) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill("card.bundle", Map.of("count", words.count(buy), "more", words.count(get)));
        }
    }

    /** Buy some, get some for less. */
    record PartBundle(int buy, int get, Percent off) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill("card.bundle-part",
                    Map.of("count", words.count(buy), "more", words.count(get), "percent", words.percent(off)));
        }
    }

    /** A code to type. */
    record WithCode(String code) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill("card.code", Map.of("code", words.named(code)));
        }
    }

    /** Until Sunday. */
    record Until() implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            return texts.fill("card.date", Map.of("day", words.weekday(DayOfWeek.SUNDAY)));
        }
    }

    /** From Friday to Sunday, by the buyers' own clock. */
    record FromTo() implements CardLine {
        private static final LocalTime BEGINS = LocalTime.of(18, 0);
        private static final LocalTime ENDS = LocalTime.of(22, 0);

        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            Map<String, String> ends = new LinkedHashMap<>();
            ends.put("from", moment(words, DayOfWeek.FRIDAY, BEGINS));
            ends.put("to", moment(words, DayOfWeek.SUNDAY, ENDS));
            return texts.fill("card.window", ends);
        }

        private static String moment(BuyerWords words, DayOfWeek day, LocalTime time) {
            return words.fill(MessageKey.DAY_AND_TIME, Map.of(Placeholder.FIRST, words.weekday(day), Placeholder.SECOND, words.time(time)));
        }
    }

    /** The same by another clock. */
    record FromToInZone(ZoneId zone) implements CardLine {
        @Override
        public String in(QuestionnaireTexts texts, BuyerWords words) {
            String window = new FromTo().in(texts, words);
            return words.fill(MessageKey.IN_ZONE, Map.of(Placeholder.FIRST, window, Placeholder.SECOND, words.zone(zone)));
        }
    }
}
