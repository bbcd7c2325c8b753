package dev.plaindeal.stack;

import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Dates;
import dev.plaindeal.model.Money;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How refusals say numbers: plain English, because they are read by the people who run promotions. */
final class Sentences {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private Sentences() {}

    static String moment(Dates.Moment moment) {
        return MOMENT.format(moment.local()) + " " + moment.zone() + ".";
    }

    static String money(long minor, Currency currency) {
        return new Money(minor, currency).toString();
    }

    static String items(long count) {
        return count == 1 ? "1 item" : count + " items";
    }
}
