package dev.plaindeal.rules;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.model.Budget;
import dev.plaindeal.model.Chance;
import dev.plaindeal.model.Chances;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.NarrowestWords;
import dev.plaindeal.model.StackingWords;
import dev.plaindeal.model.Step;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.problem.Senseless;
import dev.plaindeal.rules.ReadFile.ReadRule;
import dev.plaindeal.rules.WordBook.Said;
import dev.plaindeal.rules.drools.Build;
import dev.plaindeal.rules.drools.FactMemory;
import dev.plaindeal.rules.drools.LoadedRule;
import dev.plaindeal.rules.drools.Matcher;
import dev.plaindeal.rules.drools.Matcher.Match;
import dev.plaindeal.rules.drools.Shard;
import dev.plaindeal.rules.grammar.FactFields;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.ScoreBudget;
import dev.plaindeal.weights.ViewSettings;
import dev.plaindeal.weights.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One compiled, hashed set of rule files.
 *
 * <p>Immutable and thread-safe: load once, use from any number of threads. A changed set of files makes a new book; the
 * old one goes on giving its own answers until nobody uses it, and then leaves nothing behind.
 */
public final class RuleBook {

    private static final int SHORT = 16;

    private final Build build;
    private final List<RuleFolder> vocabularies;
    private final String hash;
    private final Map<String, ReadFile> files;
    private final Map<String, Map<String, ReadRule>> rules;
    private final Map<String, Promotion> promotions;
    /** The same, found sooner than in sorted order. */
    private final Map<String, Promotion> byId;
    private final Map<String, Matcher> matchers = new HashMap<>();
    /** The folder of each promotion. */
    private final Map<String, String> folders;
    private final DeclaredAttributes attributes;
    private final FactFields fields;
    private final MarketPolicies policies;
    private final SimplicityRules simplicity;

    private RuleBook(
            RuleFiles found,
            Build build,
            List<RuleFolder> vocabularies,
            Map<String, ReadFile> readBefore,
            Map<String, Shard> compiledBefore) {
        RulesReading reading = new RulesReading(found, vocabularies, readBefore).requireSound();
        this.build = build;
        this.vocabularies = vocabularies;
        this.hash = Hash.of(found.files().values());
        this.files = reading.files();
        this.rules = reading.rules();
        this.promotions = promotions(rules.getOrDefault(RuleFolder.PROMOTIONS, Map.of()));
        this.byId = new HashMap<>(promotions);
        this.folders = folders(files.keySet());
        this.attributes = reading.attributes();
        this.fields = reading.fields();
        rules.forEach((folder, inFolder) -> {
            if (!folder.equals(RuleFolder.ATTRIBUTES)) {
                matchers.put(folder, Matcher.of(RulesReading.loaded(inFolder), build, compiledBefore, reading.fields()));
            }
        });
        this.policies = new MarketPolicies(this, marketsNamed(RuleFolder.STACKING));
        this.simplicity = new SimplicityRules(this);
    }

    private List<Condition> conditions(String folder) {
        return rules.getOrDefault(folder, Map.of()).values().stream()
                .flatMap(rule -> rule.rule().conditions().stream())
                .toList();
    }

    /**
     * Reads and compiles rule files.
     *
     * @throws ProblemException with every problem in any of them
     */
    public static RuleBook load(RuleFiles files) {
        return load(files, Build.MODEL);
    }

    /** The same, given to Drools another way. */
    public static RuleBook load(RuleFiles files, Build build) {
        return load(files, build, RuleFolder.ALL);
    }

    static RuleBook load(RuleFiles files, Build build, List<RuleFolder> vocabularies) {
        return new RuleBook(files, build, vocabularies, Map.of(), Map.of());
    }

    /** A book of files that were read already. */
    static RuleBook of(RuleFiles files, Map<String, ReadFile> read) {
        return new RuleBook(files, Build.MODEL, RuleFolder.ALL, read, Map.of());
    }

    /**
     * A new book of these files. What has not changed is taken over from this book, which itself stays as it is.
     *
     * @return this book when the files are those it was made of
     * @throws ProblemException with every problem in any of them
     */
    public RuleBook reloaded(RuleFiles changed) {
        if (isMadeOf(changed)) {
            return this;
        }
        return new RuleBook(changed, build, vocabularies, files, compiled());
    }

    /** Its shards by their text, for a matcher that has some of the same. */
    private Map<String, Shard> compiled() {
        Map<String, Shard> compiled = new HashMap<>();
        shards().forEach(shard -> compiled.put(shard.drl(), shard));
        return compiled;
    }

    /** What it is compiled into. */
    public List<Shard> shards() {
        return matchers.values().stream().flatMap(matcher -> matcher.shards().stream()).toList();
    }

    /** Whether it was made of just these files. */
    public boolean isMadeOf(RuleFiles found) {
        return found.problems().isEmpty()
                && found.files().size() == files.size()
                && found.files().values().stream().allMatch(this::holds);
    }

    /**
     * What has to be looked over before a book of these files follows this one: files that say something else, with those
     * that say what holds for all promotions; all files where how markets are seen or which attributes there are has changed.
     */
    public RuleFiles changed(RuleFiles found) {
        boolean all = !seesMarketsAs(found) || !RulesReading.declaresAs(found, files);
        Map<String, RuleFile> some = new TreeMap<>();
        found.files().forEach((path, file) -> {
            if (all || !file.folder().equals(RuleFolder.PROMOTIONS) || !holds(file)) {
                some.put(path, file);
            }
        });
        return new RuleFiles(some, found.problems());
    }

    private boolean seesMarketsAs(RuleFiles found) {
        Set<String> now = ofMarkets(found.files().keySet());
        return now.equals(ofMarkets(files.keySet())) && now.stream().allMatch(path -> holds(found.files().get(path)));
    }

    private static Set<String> ofMarkets(Set<String> paths) {
        return paths.stream().filter(path -> path.startsWith(RuleFolder.SIMPLICITY + "/")).collect(Collectors.toSet());
    }

    /**
     * The promotions of the files that are not the same in this book and another, of both books. Empty where files of anything else than
     * promotions differ, which hold for all.
     */
    public Optional<Set<String>> promotionsNotOf(RuleBook other) {
        Set<String> promotions = new HashSet<>();
        boolean here = addOthers(other, promotions);
        boolean there = other.addOthers(this, promotions);
        return here && there ? Optional.of(promotions) : Optional.empty();
    }

    private boolean addOthers(RuleBook other, Set<String> promotions) {
        boolean alike = true;
        for (ReadFile read : files.values()) {
            ReadFile same = other.files.get(read.file().path());
            if (same == null || !same.file().hash().equals(read.file().hash())) {
                alike &= read.file().folder().equals(RuleFolder.PROMOTIONS);
                read.rules().forEach(rule -> rule.promotion().ifPresent(promotion -> promotions.add(promotion.id())));
            }
        }
        return alike;
    }

    private boolean holds(RuleFile file) {
        ReadFile known = files.get(file.path());
        return known != null && known.file().isSameAs(file);
    }

    /** SHA-256 over the paths and contents of all its files, hex: equal exactly when the files are. */
    public String hash() {
        return hash;
    }

    /** The first 16 digits of the hash, for people. */
    public String shortHash() {
        return hash.substring(0, SHORT);
    }

    /** The attributes of the host's own that baskets may tell. */
    public DeclaredAttributes attributes() {
        return attributes;
    }

    /** Every promotion by id, sorted. */
    public Map<String, Promotion> promotions() {
        return promotions;
    }

    /** What may be combined in a market and channel; what no rule says is as {@link dev.plaindeal.policy.Conventions#DEFAULT} has it. */
    public Policy policy(String market, Channel channel) {
        return policies.of(market, channel);
    }

    /** Whether the files say how hard a buyer's steps are; when they do not, {@link #weights} throws. */
    public boolean weighsSteps() {
        return says(Step.class) || says(Market.class);
    }

    /** The markets the rules of a folder name in their conditions. */
    Set<String> marketsNamed(String folder) {
        return named(folder, "market");
    }

    /** The markets that rules of steps name. */
    Set<String> marketsWithSteps() {
        Set<String> named = new TreeSet<>();
        rules.getOrDefault(RuleFolder.SIMPLICITY, Map.of()).values().stream()
                .filter(rule -> rule.rule().fact() == Step.class)
                .flatMap(rule -> rule.rule().conditions().stream())
                .filter(condition -> condition.field().equals("market"))
                .forEach(condition -> condition.values().forEach(value -> named.add(String.valueOf(value))));
        return named;
    }

    /** What each rule of budgets asks, by the name of the rule. */
    public Map<String, List<Condition>> budgetRules() {
        Map<String, List<Condition>> asked = new TreeMap<>();
        rules.getOrDefault(RuleFolder.SIMPLICITY, Map.of()).forEach((name, rule) -> {
            if (rule.rule().fact() == Budget.class) {
                asked.put(name, rule.rule().conditions());
            }
        });
        return asked;
    }

    /** The promotions that rules of budgets name. */
    Set<String> promotionsWithBudgets() {
        return named(RuleFolder.SIMPLICITY, "promotion");
    }

    /** What the rules of a folder compare a field with. */
    Set<String> named(String folder, String field) {
        Set<String> named = new TreeSet<>();
        for (Condition condition : conditions(folder)) {
            if (condition.field().equals(field)) {
                condition.values().forEach(value -> named.add(String.valueOf(value)));
            }
        }
        return named;
    }

    /** The names of all its rules, in whatever folder. */
    Set<String> ruleNames() {
        return rules.values().stream().flatMap(inFolder -> inFolder.keySet().stream()).collect(Collectors.toSet());
    }

    /** How hard each step is for a buyer in this market and channel. */
    public Weights weights(String market, Channel channel) {
        return simplicity.weights(market, channel);
    }

    /** What the rules say of what buyers in this market and channel see. */
    public ViewSettings view(String market, Channel channel) {
        return simplicity.view(market, channel);
    }

    /** How simple a promotion of this book has to be in a market and channel, as its own rules say it. */
    public ScoreBudget budget(String promotion, String market, Channel channel) {
        return saysBudgets() ? simplicity.budget(market, channel, folder(promotion), promotion) : ScoreBudget.NONE;
    }

    /** How simple a whole stack has to be in a market and channel, as its own rules say it. */
    public ScoreBudget budget(String market, Channel channel) {
        return saysBudgets() ? simplicity.budget(market, channel, "", "") : ScoreBudget.NONE;
    }

    boolean saysBudgets() {
        return says(Budget.class);
    }

    private boolean says(Class<?> fact) {
        return rules.getOrDefault(RuleFolder.SIMPLICITY, Map.of()).values().stream().anyMatch(rule -> rule.rule().fact() == fact);
    }

    /** The folder below {@code promotions/} that a promotion lies in, empty for that one itself. */
    public String folder(String promotion) {
        return folders.getOrDefault(promotion, "");
    }

    private static Map<String, String> folders(Set<String> paths) {
        Map<String, String> folders = new HashMap<>();
        for (String path : paths) {
            int name = path.lastIndexOf('/') + 1;
            if (path.startsWith(RuleFolder.PROMOTIONS + "/") && path.endsWith(RuleFiles.ENDING)) {
                int first = Math.min(RuleFolder.PROMOTIONS.length() + 1, name);
                folders.put(path.substring(name, path.length() - RuleFiles.ENDING.length()), path.substring(first, Math.max(first, name - 1)));
            }
        }
        return folders;
    }

    /** What the rules say of markets. */
    public Markets markets() {
        return simplicity.markets();
    }

    /** The offers promised for a basket's chances to save, sorted by promotion, store, code and part. */
    public List<Offer> match(Chances chances) {
        return promised(matches(RuleFolder.PROMOTIONS, chances.all(), chances::lines));
    }

    /**
     * Offers, and how the rules that promise them were found.
     *
     * @param offers as {@link #match(Chances)} has them
     * @param remembered how often what rules say of a fact was remembered
     * @param asked how often Drools was asked
     */
    public record OffersFound(List<Offer> offers, int remembered, int asked) {}

    /** The same offers; Drools is asked about the facts that this memory does not hold, and it holds them from then on. */
    public OffersFound match(Chances chances, FactMemory memory) {
        Matcher matcher = matchers.get(RuleFolder.PROMOTIONS);
        if (matcher == null) {
            return new OffersFound(List.of(), 0, 0);
        }
        Matcher.Recalled answers = matcher.match(chances.all(), chances::lines, memory);
        return new OffersFound(promised(answers.matches()), answers.remembered(), answers.asked());
    }

    /**
     * Whether a basket's chances get an offer of any of these promotions. They are matched by themselves, so that where there are few it
     * costs little to ask.
     */
    public Predicate<Chances> promises(Set<String> some, FactMemory memory) {
        Map<String, ReadRule> few = new TreeMap<>(rules.getOrDefault(RuleFolder.PROMOTIONS, Map.of()));
        few.keySet().retainAll(some);
        Matcher matcher = Matcher.of(RulesReading.loaded(few), build, compiled(), fields);
        return chances -> !matcher.match(chances.all(), chances::lines, memory).matches().isEmpty();
    }

    private List<Offer> promised(List<Match> matches) {
        List<Offer> offers = new ArrayList<>();
        for (Match match : matches) {
            promise(byId.get(match.rule()), (Chance) match.fact(), offers);
        }
        offers.sort(Offer.ORDER);
        return offers;
    }

    private static void promise(Promotion promotion, Chance chance, List<Offer> offers) {
        for (int part = 0; part < promotion.offers().size(); part++) {
            offers.add(new Offer(
                    promotion.id(), part, promotion.offers().get(part), chance.storeId(), chance.presentedCode()));
        }
    }

    /**
     * Lets the rules of a folder other than promotions say their words to the facts they match, in the order of the facts,
     * for one fact in the order of file paths and then of rules in the file. The facts themselves refuse contradictions.
     *
     * @param facts changed by the words; for one thread
     * @throws ProblemException when a word makes no sense for its fact
     */
    void tell(String folder, Collection<?> facts) {
        Map<String, ReadRule> inFolder = rules.getOrDefault(folder, Map.of());
        Map<Object, List<ReadRule>> byFact = new IdentityHashMap<>();
        for (Match match : matches(folder, facts, List::of)) {
            byFact.computeIfAbsent(match.fact(), fact -> new ArrayList<>()).add(inFolder.get(match.rule()));
        }
        for (Object fact : facts) {
            byFact.getOrDefault(fact, List.of()).stream()
                    .sorted(Comparator.comparing(ReadRule::rule, Comparator.comparing(LoadedRule::place)))
                    .forEach(rule -> say(rule, fact));
        }
    }

    private void say(ReadRule rule, Object fact) {
        if (fact instanceof StackingWords<?> words) {
            words.speaks(rule.rule().id());
        } else if (fact instanceof NarrowestWords words) {
            words.speaks(rule.rule().id(), NarrowestWords.narrowness(rule.rule().conditions()));
        }
        for (List<Said> statement : rule.statements()) {
            for (Said word : statement) {
                say(rule, word, fact);
            }
        }
    }

    private void say(ReadRule rule, Said word, Object fact) {
        try {
            word.to(fact);
        } catch (IllegalArgumentException sentence) {
            String message = word.name() + ": " + sentence.getMessage();
            throw new ProblemException(List.of(Problem.error("no-sense", place(rule, word), message, Senseless.hint(sentence))));
        }
    }

    private Place place(ReadRule rule, Said word) {
        String shown = rule.rule().place().file();
        return files.values().stream()
                .map(ReadFile::file)
                .filter(file -> file.shown().equals(shown))
                .map(file -> new RuleLines(shown, file.text()).place(word.at()))
                .findFirst()
                .orElse(rule.rule().place());
    }

    private List<Match> matches(String folder, Collection<?> facts, Supplier<List<Line>> lines) {
        Matcher matcher = matchers.get(folder);
        return matcher == null ? List.of() : matcher.match(facts, lines);
    }

    /** Promotions that are found by no text field, so that every basket is tried against them. */
    public List<Problem> warnings() {
        return rules.getOrDefault(RuleFolder.PROMOTIONS, Map.of()).values().stream()
                .map(ReadRule::rule)
                .filter(rule -> rule.key().isEmpty())
                .map(rule -> Problem.warning(
                        "no-key",
                        rule.place(),
                        "the rule " + rule.id() + " names no code, store or market, so every basket is tried against it",
                        "Name one with == or in, if it is not meant for all."))
                .sorted()
                .toList();
    }

    private static Map<String, Promotion> promotions(Map<String, ReadRule> rules) {
        Map<String, Promotion> promotions = new TreeMap<>();
        rules.values().forEach(rule -> rule.promotion().ifPresent(promotion -> promotions.put(promotion.id(), promotion)));
        return Collections.unmodifiableMap(promotions);
    }
}
