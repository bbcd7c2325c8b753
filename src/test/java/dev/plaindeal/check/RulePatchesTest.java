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

    private static final String TEA = "\uD83C\uDF75";

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
        assertThat(patch.diff("promotions/us/us-one.drl")).isEqualTo("""
                --- a/promotions/us/us-one.drl
                +++ b/promotions/us/us-one.drl
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

    /** A place counts the halves of a pair each, as texts do; they were taken for one character, and the wrong word was cut. */
    @Test
    void charactersOutsideTheBasicPlaneMoveNothing() throws IOException {
        Path rules = rules("10 % off.", "$x : PlatformBasket( market == \"US\" )", "$x.exceptSkus(\"cup-" + TEA.repeat(12) + "\").percentOff(10).atMost(\"USD 20\");");
        RulePatch patch = patches(rules).get(0);
        assertThat(patch.after()).contains(TEA + "\").percentOff(10);\n");
        accepted(rules, patch);
    }

    /** The word then in a text is not where the conditions end. */
    @Test
    void aConditionThatNamesTheWordThenIsKept() throws IOException {
        Path rules = rules("10 % off with a code.", "$x : PlatformCoupon( segments contains \"then-there\", code == \"TEN\", market == \"US\" )", "$x.percentOff(10);");
        RulePatch patch = patches(rules).get(0);
        assertThat(patch.after()).contains("$x : PlatformBasket( segments contains \"then-there\", market == \"US\" )");
        accepted(rules, patch);
    }

    /** Everything for nothing is warned of where nothing bounds it, so the bound stays. */
    @Test
    void anEditThatCheckWarnsOfIsNotOffered() throws IOException {
        Path rules = rules("All off up to USD 20.", "$x : PlatformBasket( market == \"US\" )", "$x.percentOff(100).atMost(\"USD 20\");");
        assertThat(score(rules).fixes()).extracting(fix -> fix.edit().name()).contains("DROP_CAP");
        assertThat(patches(rules)).extracting(patch -> patch.fix().edit().name()).doesNotContain("DROP_CAP");
    }

    @Test
    void oneTierIsLeft() throws IOException {
        Path rules = rules("5 off 50, 20 off 100.", "$x : PlatformBasket( market == \"US\" )",
                "$x.tier(\"USD 50\", \"USD 5\")", ".tier(\"USD 100\", \"USD 20\");");
        RulePatch patch = patches(rules).get(0);
        assertThat(patch.after()).contains("tier(\"USD 100\", \"USD 20\");").doesNotContain("USD 50");
        accepted(rules, patch);
    }

    @Test
    void aPercentageIsMadeRounder() throws IOException {
        for (String written : List.of("17", "\"17\"")) {
            Path rules = rules("17 % off.", "$x : PlatformBasket( market == \"US\" )", "$x.percentOff(" + written + ").whenSpending(\"USD 40\");");
            RulePatch patch = patches(rules).get(0);
            assertThat(patch.after()).contains("$x.percentOff(20).whenSpending(\"USD 40\");\n");
            accepted(rules, patch);
        }
    }

    @Test
    void exceptionsAreLeftOut() throws IOException {
        Path rules = rules("20 % off but on cups.", "$x : PlatformBasket( market == \"US\" )", "$x.percentOff(20).exceptCategories(\"cups, (all)\")", ".notOnReduced();");
        RulePatch patch = patches(rules).get(0);
        assertThat(patch.after()).contains("$x.percentOff(20);\n");
        accepted(rules, patch);
    }

    /** What buyers see is said in one file for all: a rule for the market, and for the channel where the promotion has one. */
    @Test
    void thePriceToPayIsShown() throws IOException {
        for (String channel : List.of("", ", channel == \"live\"")) {
            Path rules = rules("20 % off.", "$x : PlatformBasket( market == \"US\"" + channel + " )", "$x.percentOff(20);");
            for (String file : List.of("steps.drl", "markets.drl", "audience.drl")) {
                Path to = Files.createDirectories(rules.resolve("simplicity")).resolve(file);
                Files.writeString(to, Files.readString(Path.of("rules/simplicity", file)));
            }
            List<RulePatch> patches = patches(rules);
            assertThat(patches.get(0).file()).endsWith("simplicity/audience.drl");
            assertThat(patches.get(0).after()).contains("$audience : Audience( market == \"US\"" + channel + " )\nthen\n    $audience.priceToPay(true);");
            accepted(rules, patches.get(0));
            assertThat(patches(rules)).extracting(patch -> patch.fix().edit().name()).doesNotContain("SHOW_PRICE");
        }
    }

    /** Nothing in the file is the reason. */
    @Test
    void whatNoEditOfTheFileCarriesOutIsNotOffered() throws IOException {
        assertThat(patches(rules("17 % off.", "$x : PlatformBasket( market == \"US\" )", "$x.percentOff(20);"))).isEmpty();
    }
}
