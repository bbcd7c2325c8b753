package dev.plaindeal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With very many promotions each is looked at with a bounded number of others; what that leaves open is not said. */
class ManyPromotionsTest {

    private static final int MANY = 150;

    @TempDir
    private Path rules;

    private void promotion(String id, String pattern, String words) throws IOException {
        Files.createDirectories(rules.resolve("promotions"));
        Files.writeString(rules.resolve("promotions/" + id + ".drl"), "// One of many.\npackage promotions\nimport dev.plaindeal.model.*\n\n"
                + "rule \"" + id + "\"\nwhen\n    $it : " + pattern + "\nthen\n    $it" + words + ";\nend\n");
    }

    private List<Problem> found(String code) {
        return RuleCheck.of(rules, Optional.empty()).problems().stream().filter(p -> p.code().equals(code)).toList();
    }

    @Test
    void anExclusiveCouponMeetsAHundredOrMore() throws IOException {
        promotion("coupon", "PlatformCoupon( code == \"ONE\", market == \"US\" )", ".percentOff(10).exclusive()");
        for (int i = 0; i < MANY; i++) {
            promotion("basket-" + i, "PlatformBasket( market == \"US\", priorOrders == " + i + " )", ".percentOff(5)");
        }
        assertThat(found("never-combines")).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("other promotions or more, but it is exclusive"));
    }

    /** One group holds them all, and the last stands outside: beyond the first hundred nobody looked. */
    @Test
    void whatIsLeftOpenIsNotSaid() throws IOException {
        promotion("coupon", "PlatformCoupon( code == \"ONE\", market == \"US\" )", ".percentOff(10).group(\"all\")");
        for (int i = 0; i < MANY; i++) {
            promotion("basket-" + i, "PlatformBasket( market == \"US\" )", ".percentOff(5).group(\"all\")");
        }
        assertThat(found("never-combines")).isEmpty();
    }

    /** A hundred coupons with a code of their own do not keep the two that share one from being told. */
    @Test
    void sameCodesAreFoundAmongMany() throws IOException {
        for (int i = 0; i < MANY; i++) {
            promotion("coupon-" + i, "PlatformCoupon( code == \"C" + i % (MANY - 1) + "\", market == \"US\" )", ".percentOff(10)");
        }
        assertThat(found("same-code")).singleElement().satisfies(problem -> assertThat(problem.message()).contains("the code C0"));
    }
}
