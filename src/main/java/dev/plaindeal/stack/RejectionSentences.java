package dev.plaindeal.stack;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Dates;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How refusals say numbers: plain English, because they are read by the people who run promotions. */
final class RejectionSentences {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private RejectionSentences() {}

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
