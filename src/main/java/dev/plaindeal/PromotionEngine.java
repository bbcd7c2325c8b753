package dev.plaindeal;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.Messages;
import dev.plaindeal.model.Chances;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.problem.Severity;
import dev.plaindeal.receipt.Presentation;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptBuilder;
import dev.plaindeal.receipt.ReceiptText;
import dev.plaindeal.receipt.Shortfall;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.rules.drools.FactMemory;
import dev.plaindeal.score.Fix;
import dev.plaindeal.score.Fixes;
import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.PromotionTerms;
import dev.plaindeal.score.Scorer;
import dev.plaindeal.score.Simplicity;
import dev.plaindeal.score.WorkedExample;
import dev.plaindeal.stack.FrontierStacks;
import dev.plaindeal.stack.Judge;
import dev.plaindeal.stack.LazyList;
import dev.plaindeal.stack.NearMisses;
import dev.plaindeal.stack.OfferStack;
import dev.plaindeal.stack.Plan;
import dev.plaindeal.stack.Planner;
import dev.plaindeal.stack.Rejection;
import dev.plaindeal.stack.UnansweredCodes;
import dev.plaindeal.weights.AudienceChange;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.ViewAspect;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The front door: load rules once, evaluate baskets many times.
 *
 * <p>Loading is the slow step and the only one that reports problems of rule files. Evaluating is fast, repeatable (the
 * same basket and rules give the same receipt) and safe to call from any number of threads at once.
 *
 * <p>Worked number: the article's basket, list price 112.40 and shipping 4.99 with 20.00 off in three layers, is 97.39.
 */
public final class PromotionEngine {

    /** Facts that an engine remembers unless it is told otherwise: one or two megabytes. */
    private static final int USUAL_MEMORY = 8_192;

    private static final BuyerView OWN_WORDS = BuyerView.of(ViewAspect.OWN_LANGUAGE, ViewAspect.OWN_CURRENCY);

    private final RuleBook book;
    private final MarketContexts grounds;
    private final Messages messages;
    /** What was passed over where the book came from, or that it holds no promotion. */
    private final List<Problem> missed;
    private final Optional<EngineListener> listener;
    private final CodeDirectory codes;
    private final int remembers;
    /** Of this engine's book: one that is reloaded begins anew. */
    private final FactMemory memory;

    private PromotionEngine(RuleBook book, Messages messages, List<Problem> missed) {
        this(book, new MarketContexts(book), messages, missed, Optional.empty(), CodeDirectory.NONE, USUAL_MEMORY, new FactMemory(USUAL_MEMORY));
    }

    private PromotionEngine(
            RuleBook book,
            MarketContexts grounds,
            Messages messages,
            List<Problem> missed,
            Optional<EngineListener> listener,
            CodeDirectory codes,
            int remembers,
            FactMemory memory) {
        this.book = book;
        this.grounds = grounds;
        this.messages = messages;
        this.missed = missed;
        this.listener = listener;
        this.codes = codes;
        this.remembers = remembers;
        this.memory = memory;
    }

    /**
     * Loads a folder of rule files; a folder without {@code simplicity/} or {@code messages/} uses the packed ones.
     *
     * <p>Refuses rules that cannot be priced with, and messages that cannot be shown. Rules that make no sense all the same,
     * such as a tier that gives less than the one below it, are for the command {@code check}, and for a reloading engine,
     * which loads no such folder. Files that are passed over, and a folder without one promotion, are {@link #missed}.
     *
     * @throws ProblemException with every problem in any file
     */
    public static PromotionEngine load(Path rules) {
        return load(RuleSource.folder(rules));
    }

    /**
     * Loads rule text handed in: text by path below the rules folder, for instance {@code promotions/us-save10.drl}, as
     * {@link RuleSource#texts} takes it. It goes through the same guard as files do.
     *
     * @throws ProblemException with every problem in any of them
     */
    public static PromotionEngine load(Map<String, String> textByPath) {
        return load(handedIn(textByPath));
    }

    private static RuleSource handedIn(Map<String, String> textByPath) {
        return RuleSource.texts("the rules handed in", () -> textByPath);
    }

    /** Loads the rules packed in the jar. */
    public static PromotionEngine packed() {
        return load(RuleSource.packed());
    }

    /**
     * Loads what a source says now.
     *
     * @throws ProblemException with every problem in any file
     */
    public static PromotionEngine load(RuleSource rules) {
        return load(rules, files -> List.of());
    }

    /**
     * The same for somebody who looks over the files before they are compiled.
     *
     * @param check what is wrong with these files beyond what cannot be priced with
     * @throws ProblemException with every problem in any file, those of the check among them
     */
    public static PromotionEngine load(RuleSource rules, Function<RuleFiles, List<Problem>> check) {
        RuleSource.Texts found = rules.read();
        List<Problem> problems = found.errors();
        problems.addAll(check.apply(found.files()));
        RuleBook book = compiled(() -> RuleBook.load(found.files()), problems);
        return new PromotionEngine(book, found.messages(), found.missed());
    }

    /** The book, unless this or something found before stops it; then everything is told at once. */
    private static RuleBook compiled(Supplier<RuleBook> book, List<Problem> found) {
        List<Problem> problems = new ArrayList<>(found);
        try {
            RuleBook compiled = book.get();
            if (problems.stream().noneMatch(Problem::isError)) {
                return compiled;
            }
        } catch (ProblemException unusable) {
            problems.addAll(unusable.problems());
        }
        throw new ProblemException(problems.stream().distinct().toList());
    }

    /** An engine on a book loaded before, with the packed messages. */
    public static PromotionEngine of(RuleBook book) {
        return new PromotionEngine(book, checked(Messages.packedForOthers()), List.of());
    }

    /**
     * The same engine, which tells this listener of every basket it prices, instead of the one before.
     *
     * @param listener may throw; that is its own affair
     */
    public PromotionEngine heardBy(EngineListener listener) {
        return new PromotionEngine(book, grounds, messages, missed, Optional.of(new Ears(listener)), codes, remembers, memory);
    }

    /**
     * The same engine, which asks this directory which pool each typed code belongs to, instead of the one before. Without one no
     * code belongs to a pool, so that rules that ask for {@code codePool} are never met. An engine that is reloaded keeps it.
     *
     * @param directory what it throws, or a null it answers with, stops the basket it was asked for
     */
    public PromotionEngine withCodeDirectory(CodeDirectory directory) {
        return new PromotionEngine(book, grounds, messages, missed, listener, directory, remembers, memory);
    }

    /**
     * The same engine for buyers who see what this says, in place of what the rules say of a market and channel. Receipts then tell
     * how hard the deal is for them; no price depends on it. An engine that is reloaded keeps it.
     *
     * @param audience {@link AudienceChange#NONE} for what the rules say
     */
    public PromotionEngine seenBy(AudienceChange audience) {
        return new PromotionEngine(book, grounds.seenBy(audience), messages, missed, listener, codes, remembers, memory);
    }

    /**
     * The same engine, which keeps what Drools said of about so many facts instead of 8,192, and asks it again only of others: of a store
     * in a market, of a code, of a group of buyers, whatever the rules ask for. A fact is some hundred bytes of what rules ask, the
     * buyer's attributes among it where they do; nothing of it is kept when the rules are reloaded. Receipts are the same with any number.
     *
     * @param facts 0 for none
     * @throws IllegalArgumentException for less than 0
     */
    public PromotionEngine remembering(int facts) {
        return new PromotionEngine(book, grounds, messages, missed, listener, codes, facts, new FactMemory(facts));
    }

    /**
     * An engine of the folder as it is now: what has not changed is taken over from this one, which stays as it is.
     *
     * @param rules the folder this engine was loaded from, named the same way
     * @return this engine when the files say what they said before and the same are passed over
     * @throws ProblemException with every problem in any file
     */
    public PromotionEngine reloaded(Path rules) {
        return reloaded(RuleSource.folder(rules));
    }

    /**
     * The same for rule text handed in, all of it anew.
     *
     * @return this engine when the texts are those of before
     * @throws ProblemException with every problem in any of them
     */
    public PromotionEngine reloaded(Map<String, String> textByPath) {
        return reloaded(handedIn(textByPath));
    }

    /**
     * The same for the source this engine was loaded from.
     *
     * @throws ProblemException with every problem in any file
     */
    public PromotionEngine reloaded(RuleSource rules) {
        return reloaded(rules, files -> List.of());
    }

    /**
     * The same for somebody who looks over what has changed before it is compiled.
     *
     * @param check what is wrong with these files beyond what cannot be priced with; asked of those that changed, with
     *     what holds for all promotions, and of all files where how markets are seen has changed
     * @throws ProblemException with every problem in any file, those of the check among them
     */
    public PromotionEngine reloaded(RuleSource rules, Function<RuleFiles, List<Problem>> check) {
        RuleSource.Texts found = rules.read();
        boolean sameBook = book.isMadeOf(found.files());
        List<Problem> passedOver = found.missed();
        if (sameBook && found.messages().saysTheSameAs(messages) && passedOver.equals(missed)) {
            return this;
        }
        List<Problem> problems = found.errors();
        problems.addAll(sameBook ? List.of() : check.apply(book.changed(found.files())));
        RuleBook changed = compiled(() -> book.reloaded(found.files()), problems);
        MarketContexts ground = sameBook ? grounds : grounds.of(changed);
        return new PromotionEngine(changed, ground, found.messages(), passedOver, listener, codes, remembers, sameBook ? memory : new FactMemory(remembers));
    }

    private static Messages checked(Messages messages) {
        List<Problem> errors = errors(messages);
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
        return messages;
    }

    private static List<Problem> errors(Messages messages) {
        List<Problem> errors = new ArrayList<>(messages.problems());
        errors.removeIf(problem -> !problem.isError());
        return errors;
    }

    /**
     * Prices a basket with the strategy of its market.
     *
     * @throws ArithmeticException when an amount does not fit 64 bits
     * @throws ProblemException for an attribute that the rules do not declare so, and when the directory of codes fails; nothing
     *     is priced then
     */
    public Receipt evaluate(Basket basket) {
        MarketContext ground = grounds.of(basket);
        return evaluate(grounds.codes().spelledAsKnown(basket), ground, ground.policy().strategy());
    }

    /**
     * Prices a basket with a strategy of the caller's.
     *
     * @throws ArithmeticException when an amount does not fit 64 bits
     * @throws ProblemException for an attribute that the rules do not declare so, and when the directory of codes fails; nothing
     *     is priced then
     */
    public Receipt evaluate(Basket basket, Strategy strategy) {
        return evaluate(grounds.codes().spelledAsKnown(basket), grounds.of(basket), strategy);
    }

    /** How a basket like the one at hand is planned. */
    private interface Planning {
        Plan plan(PricedBasket goods, List<Offer> offers, Predicate<Offer> asked);
    }

    private Receipt evaluate(Basket basket, MarketContext ground, Strategy strategy) {
        return planned(basket, ground, strategy).receipt();
    }

    private Planned planned(Basket basket, MarketContext ground, Strategy strategy) {
        Laps laps = listener.isPresent() ? Laps.started() : Laps.untimed();
        return priced(matched(basket), ground, strategy, laps);
    }

    /** As {@link #evaluate(Basket)}, for those who count refusals and read none. */
    EnginePair.CountedReceipt counted(Basket basket) {
        MarketContext ground = grounds.of(basket);
        return planned(grounds.codes().spelledAsKnown(basket), ground, ground.policy().strategy()).counted();
    }

    /**
     * A basket and what the rules promise for it, before anything decides what of it is kept.
     *
     * @param basket its codes spelled as the rules know them
     */
    record Matched(Basket basket, PricedBasket goods, Chances chances, RuleBook.OffersFound promised) {}

    private Matched matched(Basket basket) {
        book.attributes().require(basket);
        PricedBasket goods = PricedBasket.of(basket);
        Chances chances = Chances.in(basket, codes);
        return new Matched(basket, goods, chances, book.match(chances, memory));
    }

    /** The first half of {@link #evaluate(Basket)}. */
    Matched match(Basket asTyped) {
        return matched(grounds.codes().spelledAsKnown(asTyped));
    }

    /** The second half, of an engine that nobody listens to. */
    EnginePair.CountedReceipt priced(Matched matched) {
        MarketContext ground = grounds.of(matched.basket());
        return priced(matched, ground, ground.policy().strategy(), Laps.untimed()).counted();
    }

    /** The codes of a basket, spelled as the rules know them. */
    List<String> codesAsKnown(Basket asTyped) {
        return grounds.codes().spelledAsKnown(asTyped).codes();
    }

    /** Whether a basket's chances get an offer of any of these promotions. */
    Predicate<Chances> promises(Set<String> some) {
        return book.promises(some, memory);
    }

    /** The promotions that this engine and another do not share; empty where anything else may make a difference between them. */
    Optional<Set<String>> promotionsNotOf(PromotionEngine other) {
        boolean alike = listener.isEmpty() && other.listener.isEmpty() && codes == other.codes && grounds.audience().equals(other.grounds.audience());
        return alike ? book.promotionsNotOf(other.book) : Optional.empty();
    }

    /** A receipt, and the plan it tells of. */
    private record Planned(Receipt receipt, Plan plan) {
        EnginePair.CountedReceipt counted() {
            return new EnginePair.CountedReceipt(receipt, Shortfall.of(plan));
        }
    }

    private Planned priced(Matched matched, MarketContext ground, Strategy strategy, Laps laps) {
        Basket basket = matched.basket();
        PricedBasket goods = matched.goods();
        Chances chances = matched.chances();
        RuleBook.OffersFound promised = matched.promised();
        List<Offer> offers = promised.offers();
        laps.pass();
        Presentation looks = looks(basket, ground);
        Planning plans = (any, them, asked) -> Planner.plan(
                any, them, ground.policy(), strategy, judge(ground, any == goods ? looks : looks(any.basket(), ground)), asked);
        Plan plan = plans.plan(goods, offers, all -> true);
        List<Rejection> unanswered = new LazyList<>(() -> UnansweredCodes.codes(basket, chances.all(), offers, grounds.codes()));
        laps.pass();
        BuyerWords words = messages.in(basket.locale());
        Receipt receipt = ReceiptBuilder.of(new ReceiptBuilder.Parts(
                goods,
                plan,
                unanswered,
                () -> NearMisses.of(goods, plan, (any, asked) -> plans.plan(any, offers, asked), new NearMisses.AtCheckout(
                        grounds.checkout(),
                        chances.all(),
                        any -> plans.plan(any, book.match(chances.after(any.basket()), memory).offers(), nobody -> false))),
                book.shortHash(),
                strategy,
                looks::of,
                looks.of(goods, plan, words),
                words,
                ground.setting()));
        laps.pass();
        listener.ifPresent(ears -> ears.evaluated(Evaluated.of(receipt, laps.nanos(), new Evaluated.Recall(promised.remembered(), promised.asked()))));
        return new Planned(receipt, plan);
    }

    /**
     * Every stack that no other beats on both saving and simplicity, or those found before the search ran out of steps.
     *
     * @throws ProblemException for an attribute that the rules do not declare so, and when the directory of codes fails
     */
    public Frontier frontier(Basket asTyped) {
        book.attributes().require(asTyped);
        Basket basket = grounds.codes().spelledAsKnown(asTyped);
        MarketContext ground = grounds.of(basket);
        Presentation looks = looks(basket, ground);
        FrontierStacks found = Planner.frontier(
                PricedBasket.of(basket), book.match(Chances.in(basket, codes), memory).offers(), ground.policy(), looks::score);
        return new Frontier(found.stacks().stream().map(stack -> choice(basket, stack, looks.score(stack), ground.setting())).toList(), found.isWhole());
    }

    private static Frontier.Choice choice(Basket basket, OfferStack stack, double score, MarketSetting setting) {
        Money exact = new Money(basket.subtotal() + basket.shippingFees() - stack.saved(), basket.currency());
        return new Frontier.Choice(
                new Money(stack.saved(), basket.currency()),
                setting.payableStep(basket.currency()).map(step -> step.payable(exact)).orElse(exact),
                score > 0 ? OptionalDouble.of(score) : OptionalDouble.empty(),
                stack.kept().stream().map(kept -> kept.offer().promotion()).toList());
    }

    /**
     * How simple each promotion looks without a basket, in each market it is for, hardest first; without those that
     * {@link #unscored} names.
     *
     * @param market only this one, or empty for all
     */
    public List<PromotionScore> scores(Optional<String> market) {
        List<PromotionScore> scores = new ArrayList<>();
        for (Promotion promotion : book.promotions().values()) {
            markets(promotion, market).forEach(m -> scored(promotion, m).ifPresent(scores::add));
        }
        scores.sort(Comparator.<PromotionScore>comparingDouble(score -> score.simplicity().score())
                .thenComparing(PromotionScore::id)
                .thenComparing(PromotionScore::market));
        return scores;
    }

    /**
     * Promotions without a score in a market they are for, each with the market: they name no amount in the currency of its
     * reference price, and no amount is ever converted; or one that is a million million or more. Sorted by id; for instance
     * {@code us-ten in JP}.
     *
     * @param market only this one, or empty for all
     */
    public List<String> unscored(Optional<String> market) {
        List<String> unscored = new ArrayList<>();
        for (Promotion promotion : book.promotions().values()) {
            markets(promotion, market).stream()
                    .filter(m -> scored(promotion, m).isEmpty())
                    .forEach(m -> unscored.add(promotion.id() + " in " + m));
        }
        return unscored;
    }

    private List<String> markets(Promotion promotion, Optional<String> market) {
        List<String> own = PromotionTerms.markets(promotion, grounds.markets());
        boolean anywhere = own.equals(List.of(Markets.ANY));
        return market.map(m -> anywhere || own.contains(m) ? List.of(m) : List.<String>of()).orElse(own);
    }

    /** One promotion that cannot be scored never stops the others. */
    private Optional<PromotionScore> scored(Promotion promotion, String market) {
        try {
            MarketContext ground = ground(promotion, market);
            return PromotionTerms.in(promotion, ground.market(), ground.setting(), ground.policy(), view(ground))
                    .map(terms -> score(promotion, market, terms));
        } catch (RuntimeException unscorable) {
            return Optional.empty();
        }
    }

    private MarketContext ground(Promotion promotion, String market) {
        return grounds.of(market, promotion.mustBe("channel").flatMap(Channel::find).orElse(Channel.SHELF));
    }

    private PromotionScore score(Promotion promotion, String market, PresentedTerms terms) {
        MarketContext ground = ground(promotion, market);
        double tolerance = ground.market().tolerance();
        return new PromotionScore(
                promotion.id(),
                market,
                terms.context().currency() + " " + terms.context().price(),
                Scorer.score(terms, ground.stopwatch().weights(), tolerance),
                ground.floor(),
                Fixes.of(terms, Optional.empty(), ground.stopwatch().weights(), tolerance),
                terms.context().view(),
                WorkedExample.of(terms),
                WorkedExample.percentOff(terms));
    }

    /**
     * The score of structured terms: a promotion or stack that may not exist yet.
     *
     * @param terms its context names the market; an unknown one is treated as the strictest. What its buyers see the terms say
     *     themselves, unless this engine was told otherwise, see {@link #seenBy}
     * @throws IllegalArgumentException when an amount that follows from them is too large to be scored
     */
    public Simplicity score(PresentedTerms terms) {
        MarketContext ground = grounds.of(terms.context().market(), Channel.SHELF);
        return Scorer.score(seen(terms, ground), ground.stopwatch().weights(), ground.market().tolerance());
    }

    /**
     * Single edits that would make structured terms simpler for the same buyers, best first.
     *
     * @param terms as {@link #score(PresentedTerms)} takes them
     * @throws IllegalArgumentException when an amount that follows from them is too large to be scored
     */
    public List<Fix> fixes(PresentedTerms terms) {
        MarketContext ground = grounds.of(terms.context().market(), Channel.SHELF);
        return Fixes.of(seen(terms, ground), Optional.empty(), ground.stopwatch().weights(), ground.market().tolerance());
    }

    private PresentedTerms seen(PresentedTerms terms, MarketContext ground) {
        AudienceChange audience = grounds.audience();
        BuyerView own = terms.context().view();
        return terms.with(terms.context().seenBy(audience.of().isPresent() ? ground.view().on(own) : audience.settings().on(own)));
    }

    private Presentation looks(Basket basket, MarketContext ground) {
        return new Presentation(basket, ground.stopwatch(), ground.market().tolerance(), ground.setting(), () -> view(basket, ground));
    }

    private BuyerView view(Basket basket, MarketContext ground) {
        return ground.view().on(ownWords(messages.speaks(basket.locale()), ground.setting().isOwn(basket.currency())));
    }

    /** Without a basket: one of the market's languages, and its currency, in which a promotion is scored. */
    private BuyerView view(MarketContext ground) {
        List<String> languages = ground.setting().languages();
        boolean own = languages.isEmpty() || languages.stream().anyMatch(messages::speaks);
        return ground.view().on(ownWords(own, ground.setting().isOwn(ground.market().reference().currency())));
    }

    private static BuyerView ownWords(boolean language, boolean currency) {
        return OWN_WORDS.with(ViewAspect.OWN_LANGUAGE, language).with(ViewAspect.OWN_CURRENCY, currency);
    }

    private static Judge judge(MarketContext ground, Presentation looks) {
        return new Judge(looks::score, ground.floor());
    }

    /**
     * The least simplicity score that rules ask of whole stacks in the market and channel of a receipt; empty where they say nothing.
     *
     * <p>Worked number: with {@code stackAtLeast(40)} of the market {@code US} it is 40 for each basket there.
     */
    public OptionalInt stackBudget(Receipt receipt) {
        return Channel.find(receipt.channel())
                .map(channel -> book.budget(receipt.market(), channel).stackAtLeast())
                .orElseGet(OptionalInt::empty);
    }

    /** A receipt as English text for people, its amounts as this locale writes them; the headline is in the basket's language. */
    public String text(Receipt receipt, String locale) {
        return ReceiptText.of(receipt, messages.in(locale));
    }

    /**
     * What a receipt says to the buyer, as text, all of it in the buyer's language.
     *
     * @param locale that of the basket it was made of: what is told of single promotions is in that language already
     */
    public String buyerText(Receipt receipt, String locale) {
        return ReceiptText.ofBuyer(receipt, messages.in(locale));
    }

    /**
     * What the rules promise for a basket, before anything decides what of it is kept: sorted by promotion, store, code and part. For
     * somebody who has to know what of these is limited; {@link #evaluate} says what the basket costs.
     *
     * @throws ProblemException for an attribute that the rules do not declare so, and when the directory of codes fails
     */
    public List<Offer> offers(Basket basket) {
        book.attributes().require(basket);
        return book.match(Chances.in(grounds.codes().spelledAsKnown(basket), codes), memory).offers();
    }

    /**
     * The score below which a stack is not shown layer by layer in this market, and what people are told is hard to understand.
     *
     * @return 0 to 100; of a market that no rule names that of the strictest
     */
    public double simplicityFloor(String market, Channel channel) {
        return grounds.of(market, channel).floor();
    }

    /** The clock by which a market's days begin: that of its first time zone, UTC where none is known. */
    public ZoneId clock(String market) {
        return grounds.of(market, Channel.SHELF).setting().timeZones().stream().findFirst().orElse(ZoneOffset.UTC);
    }

    /** The promotions of the rule book, by id. */
    public Map<String, Promotion> promotions() {
        return book.promotions();
    }

    /**
     * What is not used although somebody may think so: files of the rules folder that are passed over, or that there is no
     * promotion at all. Sorted by place; part of the {@link #warnings}.
     */
    public List<Problem> missed() {
        return missed;
    }

    /**
     * This engine, for somebody to whom one without a promotion is a mistake.
     *
     * @throws ProblemException when it was loaded from a folder without one
     */
    public PromotionEngine requirePromotions() {
        List<Problem> none = missed.stream()
                .filter(problem -> promotions().isEmpty())
                .map(problem -> new Problem(problem.code(), Severity.ERROR, problem.place(), problem.message(), problem.hint()))
                .toList();
        if (!none.isEmpty()) {
            throw new ProblemException(none);
        }
        return this;
    }

    /** What somebody should look at in the rule files and texts, although they can be used; sorted by place. */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(book.warnings());
        warnings.addAll(missed);
        warnings.addAll(messages.problems());
        warnings.addAll(messages.ofUnknownPromotions(promotions().keySet()));
        return warnings.stream().sorted().toList();
    }

    /** Hash of the rule book, as receipts carry it. */
    public String rules() {
        return book.shortHash();
    }
}
