package dev.plaindeal.check;

import dev.plaindeal.language.Messages;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.rules.Inspection;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.rules.RuleText;
import dev.plaindeal.rules.RuleText.Spoken;
import dev.plaindeal.score.Fix;
import dev.plaindeal.weights.Markets;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries fixes of a promotion out in its file. Only edits are offered with which the rules are read without an error and without a
 * warning that was not there before. The sentence at the top of a file is its author's: it is left as it is.
 */
public final class RulePatches {

    private static final Set<String> EXCEPTIONS =
            Set.of("exceptStores", "exceptCategories", "exceptBrands", "exceptSkus", "exceptTags", "notOnReduced");
    private static final String AUDIENCE = "simplicity/audience.drl";
    private static final Set<String> TO_DO = Set.of("tickedBox", "collected", "typedIn", "announced");
    private static final Pattern COUPON = Pattern.compile("\\b(Platform|Store)Coupon(\\s*\\()");
    private static final Pattern THEN = Pattern.compile("(?m)^\\s*then\\b");
    private static final Pattern CODE_FIRST = Pattern.compile("\\bcode\\s*==\\s*\"[^\"]*\"\\s*,?\\s*");
    private static final Pattern CODE_LATER = Pattern.compile(",\\s*code\\s*==\\s*\"[^\"]*\"");

    private final RuleFiles files;
    private final PromotionScore score;
    private final Optional<String> channel;
    private final RuleText rule;
    private final String text;

    private RulePatches(RuleFiles files, PromotionScore score, Optional<String> channel, RuleText rule) {
        this.files = files;
        this.score = score;
        this.channel = channel;
        this.rule = rule;
        this.text = files.text(rule.name().file()).orElseThrow();
    }

    /**
     * The edits that carry out a promotion's fixes, in the order of the fixes, each of one file: the promotion's own, or that which says
     * what buyers see; none for fixes that no such edit carries out.
     */
    public static List<RulePatch> of(Path rules, PromotionScore score) {
        RuleFiles files = RuleFiles.folder(rules);
        Inspection inspection = Inspection.of(files);
        Optional<RuleText> rule = inspection.texts("promotions").stream().filter(one -> one.id().equals(score.id())).findFirst();
        Optional<String> channel = Optional.ofNullable(inspection.rules().promotions().get(score.id())).flatMap(promotion -> promotion.mustBe("channel"));
        return rule.map(text -> new RulePatches(files, score, channel, text).accepted()).orElse(List.of());
    }

    private List<RulePatch> accepted() {
        Set<String> before = codes(files);
        List<RulePatch> patches = new ArrayList<>();
        for (Fix fix : score.fixes()) {
            patch(fix)
                    .filter(patch -> !patch.after().equals(patch.before()))
                    .filter(patch -> before.containsAll(codes(files.with(patch.file(), patch.after()))))
                    .ifPresent(patches::add);
        }
        return patches;
    }

    /** What there is to say of the files a fix edits, by kind; an error is never one of before, as no fix is asked for of rules that have some. */
    private Set<String> codes(RuleFiles some) {
        Set<String> codes = new HashSet<>();
        RuleCheck.of(some, Messages.packedForOthers(), Optional.empty()).problems().stream()
                .filter(problem -> problem.isError() || problem.place().file().equals(rule.name().file()) || isOfAudience(problem.place().file()))
                .map(Problem::code)
                .forEach(codes::add);
        return codes;
    }

    private boolean isOfAudience(String file) {
        return files.shown(AUDIENCE).filter(file::equals).isPresent();
    }

    private Optional<RulePatch> patch(Fix fix) {
        return switch (fix.edit()) {
            case SHOW_PRICE -> audience(fix, "price-to-pay", "priceToPay");
            case SHOW_SUBTOTAL -> audience(fix, "subtotal", "subtotal");
            case DROP_CAP, KEEP_ONE_TIER, MAKE_AUTOMATIC, DROP_EXCLUSIONS, ROUND_PERCENT, DROP_LAYER, ONE_AMOUNT ->
                edited(fix).map(after -> new RulePatch(fix, rule.name().file(), text, after));
        };
    }

    /** A rule more in the file that says what buyers see; without such a file, or for a market without a name, there is none to write it into. */
    private Optional<RulePatch> audience(Fix fix, String aspect, String word) {
        if (score.market().equals(Markets.ANY)) {
            return Optional.empty();
        }
        String asks = "market == \"" + score.market() + "\"" + channel.map(one -> ", channel == \"" + one + "\"").orElse("");
        String name = "audience-" + score.market().toLowerCase(Locale.ROOT) + channel.map(one -> "-" + one).orElse("") + "-" + aspect;
        String more = "\n// Shown to buyers in " + score.market() + channel.map(one -> ", " + one).orElse("") + ".\nrule \"" + name + "\"\nwhen\n    $audience : Audience( "
                + asks + " )\nthen\n    $audience." + word + "(true);\nend\n";
        return files.shown(AUDIENCE).flatMap(file -> files.text(file).map(before -> new RulePatch(fix, file, before,
                (before.endsWith("\n") ? before : before + "\n") + (before.contains("\r\n") ? more.replace("\n", "\r\n") : more))));
    }

    private Optional<String> edited(Fix fix) {
        OptionalInt layer = fix.layer();
        if (layer.isEmpty() || layer.getAsInt() >= rule.savings().size()) {
            return Optional.empty();
        }
        List<Spoken> words = new ArrayList<>(rule.savings().get(layer.getAsInt()));
        words.addAll(rule.forAll());
        return switch (fix.edit()) {
            case DROP_CAP -> Optional.of(without(words, word -> word.word().equals("atMost")));
            case KEEP_ONE_TIER -> oneTier(words, fix);
            case MAKE_AUTOMATIC -> Optional.of(automatic(without(words, word -> TO_DO.contains(word.word()))));
            case DROP_EXCLUSIONS -> Optional.of(without(words, word -> EXCEPTIONS.contains(word.word())));
            case ROUND_PERCENT -> rounded(words, fix);
            case SHOW_PRICE, SHOW_SUBTOTAL, DROP_LAYER, ONE_AMOUNT -> Optional.empty();
        };
    }

    /** Another number in the one place that says the percentage. */
    private Optional<String> rounded(List<Spoken> words, Fix fix) {
        List<Spoken> percentages = words.stream().filter(word -> word.word().equals("percentOff")).toList();
        if (percentages.size() != 1) {
            return Optional.empty();
        }
        int from = offset(text, percentages.get(0).argumentsAt().get(0));
        int end = from + percentages.get(0).text(0).length() + (text.charAt(from) == '"' ? 2 : 0);
        String round = fix.edited().layers().get(fix.layer().orElseThrow()).percentage().toString();
        return Optional.of(text.substring(0, from) + round + text.substring(end));
    }

    /** The tier that is kept is the one whose threshold is left; tiers are written from the lowest on. */
    private Optional<String> oneTier(List<Spoken> words, Fix fix) {
        List<Spoken> tiers = words.stream().filter(word -> word.word().equals("tier")).toList();
        String kept = fix.edited().layers().get(fix.layer().orElseThrow()).tiers().get(0).threshold().value().stripTrailingZeros().toPlainString();
        List<Spoken> same = tiers.stream().filter(tier -> names(tier.text(0), kept)).toList();
        return same.size() == 1 ? Optional.of(without(tiers, tier -> tier != same.get(0))) : Optional.empty();
    }

    /** Whether one of the amounts in a text, or a number of items, is this. */
    private static boolean names(String written, String number) {
        Matcher digits = Pattern.compile("\\d+(\\.\\d+)?").matcher(written);
        while (digits.find()) {
            if (new BigDecimal(digits.group()).stripTrailingZeros().toPlainString().equals(number)) {
                return true;
            }
        }
        return false;
    }

    /** A coupon without its code is what holds for the basket. */
    private String automatic(String edited) {
        int pattern = offset(edited, rule.pattern());
        Matcher begin = THEN.matcher(edited);
        if (!begin.find(pattern)) {
            return edited;
        }
        int then = begin.start();
        String asks = COUPON.matcher(edited.substring(pattern, then)).replaceFirst("$1Basket$2");
        asks = CODE_LATER.matcher(asks).replaceFirst("");
        return edited.substring(0, pattern) + CODE_FIRST.matcher(asks).replaceFirst("") + edited.substring(then);
    }

    /** The text without these words, from the last to the first so that places stay true. */
    private String without(List<Spoken> words, Predicate<Spoken> which) {
        List<Integer> places = words.stream().filter(which).map(word -> offset(text, word.at())).sorted().toList();
        StringBuilder left = new StringBuilder(text);
        for (int i = places.size() - 1; i >= 0; i--) {
            int end = end(left, places.get(i));
            int from = left.lastIndexOf(".", places.get(i));
            while (from > 0 && Character.isWhitespace(left.charAt(from - 1))) {
                from--;
            }
            left.delete(from, end);
        }
        return left.toString();
    }

    /** Behind the bracket that closes what is said with a word; brackets in texts are no brackets. */
    private static int end(CharSequence text, int word) {
        boolean quoted = false;
        int at = word;
        while (at < text.length() && (quoted || text.charAt(at) != ')')) {
            quoted ^= text.charAt(at) == '"';
            at++;
        }
        return at + 1;
    }

    private static int offset(String text, Place place) {
        int line = 0;
        for (int i = 1; i < place.line(); i++) {
            line = text.indexOf('\n', line) + 1;
        }
        return line + place.column() - 1;
    }
}
