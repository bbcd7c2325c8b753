package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a buyer works out, in sentences whose numbers are right. */
class WorkedExampleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            47.99 | USD | {"kind":"percent","value":10}                                        | 10 % of 47.99 is 4.80; 47.99 less 4.80 is 43.19
            47.99 | USD | {"kind":"percent","value":50,"cap":20}                               | 50 % of 47.99 is 24.00; at most 20.00 comes off; 47.99 less 20.00 is 27.99
            47.99 | USD | {"kind":"amount","value":10}                                         | 47.99 less 10.00 is 37.99
            62.50 | USD | {"kind":"amount","value":5,"threshold":50}                           | 62.50 is at least 50.00; 62.50 less 5.00 is 57.50
            47.99 | USD | {"kind":"amount","value":5,"threshold":50}                           | 47.99 is less than 50.00, so nothing comes off
            125   | USD | {"kind":"amount","value":5,"threshold":50,"every":true}              | 125.00 is at least 50.00; 2 times 5.00 is 10.00; 125.00 less 10.00 is 115.00
            47.99 | USD | {"kind":"amount","value":5,"every":true}                             | 47.99 less 5.00 is 42.99
            6980  | JPY | {"kind":"percent","value":15}                                        | 15 % of 6980 is 1047; 6980 less 1047 is 5933
            12.99 | USD | {"kind":"bogo","buy":1,"get":1}                                      | 2 items at 12.99 are 25.98; 25.98 less 12.99 is 12.99
            12.99 | USD | {"kind":"bogo","buy":1,"get":1,"value":50}                           | 2 items at 12.99 are 25.98; 50 % of 12.99 is 6.50; 25.98 less 6.50 is 19.48
            47.99 | USD | {"kind":"now_price","value":40}                                      | the price now is 40.00 instead of 47.99
            47.99 | USD | {"kind":"percent","value":10,"deferred":true}                        | 10 % of 47.99 is 4.80; 4.80 comes back later, 47.99 is paid now
            80    | USD | {"kind":"percent","value":20},{"kind":"percent","value":25}          | 20 % of 80.00 is 16.00; 80.00 less 16.00 is 64.00; 25 % of 64.00 is 16.00; 64.00 less 16.00 is 48.00
            """)
    void saysWhatIsWorkedOut(String price, String currency, String layers, String sentences) {
        assertThat(String.join("; ", WorkedExample.of(terms(price, currency, layers)))).isEqualTo(sentences);
    }

    private static PresentedTerms terms(String price, String currency, String layers) {
        return TermsReader.read("{\"context\":{\"price\":" + price + ",\"currency\":\"" + currency + "\"},\"layers\":[" + layers + "]}", "t")
                .terms().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50    | {"kind":"percent","value":10}                               | 10
            50    | {"kind":"amount","value":5,"threshold":60}                  | 0
            10    | {"kind":"bogo","buy":1,"get":1}                             | 50
            50    | {"kind":"now_price","value":40}                             | 20
            50    | {"kind":"percent","value":10,"deferred":true}               | 0
            80    | {"kind":"percent","value":20},{"kind":"percent","value":25} | 40
            50    | {"kind":"free_shipping"}                                    | 0
            """)
    void saysHowMuchComesOffNow(String price, String layers, double percent) {
        assertThat(WorkedExample.percentOff(terms(price, "USD", layers))).isEqualTo(percent);
    }
}
