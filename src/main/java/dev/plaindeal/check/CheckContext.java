package dev.plaindeal.check;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.problem.Place;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.rules.Inspection;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleText;
import dev.plaindeal.rules.RuleText.Spoken;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.ScoreBudget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules as they lie on the desk of somebody who looks them over. */
final class CheckContext {

    private final Inspection inspection;
    private final List<PromotionScore> scores;
    private final Optional<Instant> at;
    private final Map<String, RuleText> texts = new HashMap<>();
    private final List<CheckedStatement> statements = new ArrayList<>();
    private final List<String> everywhere = new ArrayList<>();

    /** {@code at} is the moment to judge dates by, if any: nothing here looks at a clock. */
    CheckContext(Inspection inspection, List<PromotionScore> scores, Optional<Instant> at) {
        this.inspection = inspection;
        this.scores = scores;
        this.at = at;
        inspection.texts("promotions").forEach(text -> texts.put(text.id(), text));
        promotions().forEach(this::lay);
        everywhere.add(Markets.ANY);
        if (book().weighsSteps()) {
            book().markets().named().forEach(market -> everywhere.add(market.code()));
        }
    }

    private void lay(Promotion promotion) {
        RuleText text = text(promotion);
        for (int i = 0; i < promotion.offers().size(); i++) {
            List<Spoken> words = new ArrayList<>(text.savings().get(i));
            words.addAll(text.forAll());
            statements.add(new CheckedStatement(promotion, promotion.offers().get(i), words));
        }
    }

    /** Every promotion that could be read, by id. */
    Collection<Promotion> promotions() {
        return book().promotions().values();
    }

    /** The names of all promotions, also of those whose file could not be read. */
    Set<String> ids() {
        return inspection.names("promotions");
    }

    /** Whether every file could be read, so that something can be said about what is not there. */
    boolean isWhole() {
        return inspection.isWhole();
    }

    Optional<Promotion> promotion(String id) {
        return Optional.ofNullable(book().promotions().get(id));
    }

    /** What every promotion promises, one entry for each statement. */
    List<CheckedStatement> statements() {
        return statements;
    }

    /** A promotion as its file has it. */
    RuleText text(Promotion promotion) {
        return texts.get(promotion.id());
    }

    /** Where a promotion's field stands, or its name where it asks for no such field. */
    Place field(Promotion promotion, String field) {
        RuleText text = text(promotion);
        return text.asks().stream()
                .filter(asked -> asked.field().equals(field))
                .map(RuleText.Asked::at)
                .findFirst()
                .orElse(text.name());
    }

    /** The rules of how simple deals are, as their files have them. */
    Collection<RuleText> simplicityTexts() {
        return inspection.texts("simplicity");
    }

    /** Every word the stacking rules say. */
    List<Spoken> stackingWords() {
        return inspection.texts("stacking").stream()
                .flatMap(text -> text.statements().stream())
                .flatMap(List::stream)
                .toList();
    }

    /** What may be combined, in these markets and channels; empty for all there are. */
    Set<Policy> policies(Optional<List<String>> markets, Optional<List<String>> channels) {
        Set<Policy> policies = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String market : markets.orElse(everywhere)) {
            for (Channel channel : Channel.values()) {
                if (channels.isEmpty() || channels.get().contains(channel.key())) {
                    policies.add(book().policy(market, channel));
                }
            }
        }
        return policies;
    }

    RuleBook book() {
        return inspection.rules();
    }

    /** How simple each promotion looks in each of its markets, hardest first. */
    List<PromotionScore> scores() {
        return scores;
    }

    /** How simple a promotion has to be in a market, in the channel it is for. */
    ScoreBudget budget(Promotion promotion, String market) {
        return book().budget(promotion.id(), market, channel(promotion));
    }

    /** The channel it is scored in: its own, else the shelf. */
    Channel channel(Promotion promotion) {
        return promotion.mustBe("channel").flatMap(Channel::find).orElse(Channel.SHELF);
    }

    /** The moment to judge dates by. */
    Optional<Instant> at() {
        return at;
    }
}
