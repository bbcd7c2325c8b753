package dev.plaindeal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.receipt.PromotionScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fix that is an edit of one file is offered as a patch; applied, check accepts it and the score is what was said. */
class RulePatchesTest {

    @TempDir
    Path folder;

    private Path rules(String says, String pattern, String... lines) throws IOException {
        Path file = folder.resolve("rules/promotions/us/us-one.drl");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "// " + says + "\npackage promotions\nimport dev.plaindeal.model.*\n\nrule \"us-one\"\nwhen\n    " + pattern
                + "\nthen\n    " + String.join("\n        ", lines) + "\nend\n");
        return folder.resolve("rules");
    }

    private static List<RulePatch> patches(Path rules) {
        return RulePatches.of(rules, score(rules));
    }

    private static PromotionScore score(Path rules) {
        return PromotionEngine.load(rules).scores(Optional.of("US")).get(0);
    }

    private static void accepted(Path rules, RulePatch patch) throws IOException {
        Files.writeString(Path.of(patch.file()), patch.after());
        assertThat(RuleCheck.of(rules, Optional.empty()).errors()).isEmpty();
        assertThat(score(rules).simplicity().score()).isCloseTo(patch.fix().after().score(), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aCapIsDropped() throws IOException {
        Path rules = rules("10 % off, at most USD 20.", "$x : PlatformBasket( market == \"US\" )", "$x.percentOff(10)", ".atMost(\"USD 20\");");
        RulePatch patch = patches(rules).get(0);
        assertThat(patch.diff()).isEqualTo("--- a/" + patch.file() + "\n+++ b/" + patch.file() + "\n" + """
                @@ -6,6 +6,5 @@
                 when
                     $x : PlatformBasket( market == "US" )
                 then
                -    $x.percentOff(10)
                -        .atMost("USD 20");
                +    $x.percentOff(10);
                 end
                """);
        accepted(rules, patch);
    }

    @Test
    void aCouponComesOffByItself() throws IOException {
        Path rules = rules("10 % off with a code.", "$x : PlatformCoupon( code == \"TEN\", market == \"US\" )", "$x.percentOff(10);");
        RulePatch patch = patches(rules).get(0);
        assertThat(patch.after()).contains("$x : PlatformBasket( market == \"US\" )").doesNotContain("TEN\"");
        accepted(rules, patch);
    }

    @Test
    void oneTierIsLeft() throws IOException {
        Path rules = rules("5 off 50, 20 off 100.", "$x : PlatformBasket( market == \"US\" )",
                "$x.tier(\"USD 50\", \"USD 5\")", ".tier(\"USD 100\", \"USD 20\");");
        RulePatch patch = patches(rules).get(0);
        assertThat(patch.after()).contains("tier(\"USD 100\", \"USD 20\");").doesNotContain("USD 50");
        accepted(rules, patch);
    }

    /** Nothing in the file is the reason. */
    @Test
    void whatNoEditOfTheFileCarriesOutIsNotOffered() throws IOException {
        assertThat(patches(rules("17 % off.", "$x : PlatformBasket( market == \"US\" )", "$x.percentOff(17);"))).isEmpty();
    }
}
