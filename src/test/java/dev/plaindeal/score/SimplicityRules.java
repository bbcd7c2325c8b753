package dev.plaindeal.score;

import dev.plaindeal.model.Market;
import dev.plaindeal.model.Step;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.StepWeight;
import dev.plaindeal.weights.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the shipped simplicity rules without Drools, by their plain grammar, so that tests use the real weights. */
public final class SimplicityRules {

    private static final Pattern STEP = Pattern.compile(
            "rule \"([a-z-]+)\"\\nwhen\\n    \\$step : Step\\( kind == \"([A-Z_]+)\" \\)\\nthen\\n"
                    + "    \\$step\\.takes\\(\"([0-9.]+)\"\\)\\.says\\(\"([^\"]+)\"\\);\\nend\\n");
    private static final Pattern MARKET = Pattern.compile(
            "rule \"([a-z-]+)\"\\nwhen\\n    \\$market : Market\\( code == \"([A-Za-z]+)\" \\)\\nthen\\n"
                    + "    \\$market\\.tolerance\\(\"([0-9.]+)\"\\)\\.floor\\((\\d+)\\)\\.reference\\(\"([^\"]+)\"\\)"
                    + "\\.reviewed\\(\"([^\"]+)\"\\)(?:\\s*\\.timeZones\\(\"[^\"]+\"\\))?\\n        \\.grounds\\(\"([^\"]+)\"\\);\\nend\\n");

    /** The weights as shipped. */
    public static final Weights WEIGHTS = weights();

    /** The markets as shipped. */
    public static final Markets MARKETS = markets();

    private SimplicityRules() {}

    static String text(String file) {
        try {
            return Files.readString(Path.of("rules/simplicity", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weights weights() {
        List<StepWeight> entries = new ArrayList<>();
        for (Matcher rule = STEP.matcher(text("steps.drl")); rule.find(); ) {
            Step step = new Step(StepKind.valueOf(rule.group(2)), "", "");
            entries.add(step.takes(rule.group(3)).says(rule.group(4)).toWeight().orElseThrow());
        }
        return Weights.of(entries);
    }

    private static Markets markets() {
        List<MarketView> views = new ArrayList<>();
        for (Matcher rule = MARKET.matcher(text("markets.drl")); rule.find(); ) {
            views.add(new Market(rule.group(2))
                    .tolerance(rule.group(3))
                    .floor(Integer.parseInt(rule.group(4)))
                    .reference(rule.group(5))
                    .reviewed(rule.group(6))
                    .grounds(rule.group(7))
                    .toView()
                    .orElseThrow());
        }
        return Markets.of(views);
    }
}
