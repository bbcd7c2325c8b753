package dev.plaindeal.rules;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.model.Audience;
import dev.plaindeal.model.Budget;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.Step;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.ScoreBudget;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.StepWeight;
import dev.plaindeal.weights.ViewSettings;
import dev.plaindeal.weights.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The simplicity rules asked once for each market and channel, and once for the table of markets. Thread-safe. */
final class SimplicityRules {

    private final RuleBook book;
    private final Optional<Markets> markets;
    private final Map<String, Weights> known = new ConcurrentHashMap<>();
    /** Of each market that a rule names and of any other, in each channel. */
    private final Map<String, ViewSettings> views = new HashMap<>();

    /** Promotions that no rule names share one answer. */
    private final Map<BudgetKey, ScoreBudget> budgets = new ConcurrentHashMap<>();

    private record BudgetKey(String market, Channel channel, String folder, String promotion) {}

    SimplicityRules(RuleBook book) {
        this.book = book;
        this.markets = book.weighsSteps() ? Optional.of(askMarkets()) : Optional.empty();
        markets.ifPresent(table -> table.named().forEach(view -> weights(view.code(), Channel.SHELF)));
        askViews();
        if (book.saysBudgets()) {
            askBudgets();
        }
    }

    /** Each promotion and each folder that rules of budgets name, so that a slip is found at load. */
    private void askBudgets() {
        Set<String> markets = book.marketsNamed(RuleFolder.SIMPLICITY);
        markets.add(Markets.ANY);
        Set<String> folders = book.named(RuleFolder.SIMPLICITY, "folder");
        folders.add("");
        for (String market : markets) {
            for (Channel channel : Channel.values()) {
                folders.forEach(folder -> budget(market, channel, folder, ""));
                book.promotionsWithBudgets().forEach(promotion -> budget(market, channel, book.folder(promotion), promotion));
            }
        }
    }

    /** All at once, so that rules that contradict each other are found at load and not at the till. */
    private void askViews() {
        Set<String> named = book.marketsNamed(RuleFolder.SIMPLICITY);
        named.add(Markets.ANY);
        List<Audience> all = new ArrayList<>();
        for (String market : named) {
            for (Channel channel : Channel.values()) {
                all.add(new Audience(market, channel.key()));
            }
        }
        book.tell(RuleFolder.SIMPLICITY, all);
        all.forEach(one -> views.put(one.getMarket() + " " + one.getChannel(), one.toSettings()));
    }

    /** Markets that no rule names share one answer. */
    ViewSettings view(String market, Channel channel) {
        ViewSettings own = views.get(market + " " + channel.key());
        return own == null ? views.getOrDefault(Markets.ANY + " " + channel.key(), ViewSettings.NONE) : own;
    }

    Markets markets() {
        return markets.orElseThrow(() -> new IllegalStateException("these rules weigh no steps"));
    }

    /** What is asked of a promotion that lies in this folder and those it is in; of a whole stack both are empty. */
    ScoreBudget budget(String market, Channel channel, String folder, String promotion) {
        String named = book.promotionsWithBudgets().contains(promotion) ? promotion : "";
        return budgets.computeIfAbsent(new BudgetKey(market, channel, folder, named), this::askBudget);
    }

    private ScoreBudget askBudget(BudgetKey key) {
        return askBudget(key.market(), key.channel(), key.folder(), key.promotion());
    }

    private ScoreBudget askBudget(String market, Channel channel, String folder, String promotion) {
        List<Budget> inFolders = new ArrayList<>();
        for (String in = folder; !in.isEmpty(); in = in.substring(0, Math.max(0, in.lastIndexOf('/')))) {
            inFolders.add(new Budget(market, channel.key(), in, promotion));
        }
        inFolders.add(new Budget(market, channel.key(), "", promotion));
        book.tell(RuleFolder.SIMPLICITY, inFolders);
        return Budget.toBudget(inFolders);
    }

    Weights weights(String market, Channel channel) {
        String key = market + " " + channel.key();
        Weights weights = known.get(key);
        if (weights == null) {
            weights = askWeights(market, channel);
            known.put(key, weights);
        }
        return weights;
    }

    private Weights askWeights(String market, Channel channel) {
        List<Step> steps = new ArrayList<>();
        for (StepKind kind : StepKind.values()) {
            steps.add(new Step(kind, market, channel.key()));
        }
        book.tell(RuleFolder.SIMPLICITY, steps);
        try {
            return Weights.of(steps.stream()
                    .map(Step::toWeight)
                    .flatMap(Optional<StepWeight>::stream)
                    .toList());
        } catch (IllegalArgumentException sentence) {
            throw noSense(sentence);
        }
    }

    private Markets askMarkets() {
        Market any = new Market(Markets.ANY);
        List<Market> all = new ArrayList<>();
        all.add(any);
        for (String code : Locale.getISOCountries()) {
            all.add(new Market(code));
        }
        book.tell(RuleFolder.SIMPLICITY, all);
        try {
            Map<String, MarketSetting> settings = new HashMap<>();
            all.forEach(market -> settings.put(market.getCode(), market.toSetting(any)));
            return Markets.of(all.stream().map(Market::toView).flatMap(Optional<MarketView>::stream).toList()).with(settings);
        } catch (IllegalArgumentException sentence) {
            throw noSense(sentence);
        }
    }

    private static ProblemException noSense(IllegalArgumentException sentence) {
        return new ProblemException(List.of(
                Problem.error("no-sense", Place.of(RuleFolder.SIMPLICITY), sentence.getMessage(), "")));
    }
}
