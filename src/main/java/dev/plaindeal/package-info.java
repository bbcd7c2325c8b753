/**
 * Plaindeal prices baskets with stacked promotions and scores how simple the deal looks to the buyer.
 *
 * <p>The pipeline is the architecture: read, rules, stack (which asks price), score, receipt; imports run one way. A rule
 * only promises an offer. The stack decides which promises are kept, price works out what they cost, score says how hard
 * the buyer has to think, the receipt says it to people and machines.
 *
 * <p>A service needs three types: {@link dev.plaindeal.PromotionEngine}, {@link dev.plaindeal.basket.Basket} and
 * {@link dev.plaindeal.receipt.Receipt}.
 *
 * <h2>Rooms</h2>
 * <ul>
 *   <li>{@code text}, {@code problem}, {@code json}: the kits. What is safe to print, what is told to people, JSON with places.
 *   <li>{@code money}, {@code basket}, {@code policy}, {@code offer}, {@code weights}: plain data, the JDK only.
 *   <li>{@code codes}: pools of codes by the million; the engine only knows {@code basket.CodeDirectory}.
 *   <li>{@code model}: what rule files import: facts to match and words to say.
 *   <li>{@code rules}: files become a book. {@code rules.grammar} is the guard, {@code rules.drools} alone knows Drools.
 *   <li>{@code read}: JSON becomes a basket, or problems.
 *   <li>{@code price}, {@code stack}, {@code score}: one stage each, pure functions.
 *   <li>{@code language}, {@code receipt}: what the buyer and machines are told.
 *   <li>{@code returns}, {@code tax}, {@code limits}, {@code verify}, {@code compare}, {@code check}, {@code draft}, {@code watch}, {@code jackson}, {@code micrometer},
 *       {@code pages} (what a browser shows), {@code studio} (where a team edits), {@code calibrate}, {@code backtest}, {@code cli}: what is done with an engine; nothing above depends on them.
 * </ul>
 *
 * <h2>The way of one basket</h2>
 * {@code BasketReader} makes it of JSON. {@code PromotionEngine.evaluate} lists its chances to save ({@code model.Chances}), the
 * {@code rules.RuleBook} answers with offers (a rule's first pattern is matched alone, and only where it holds are the basket's lines
 * looked at), {@code stack.Planner} looks for the best legal stack and asks {@code price.Pricer} for
 * each sum, {@code receipt.Presentation} asks {@code score} how it looks, and {@code receipt.ReceiptBuilder} puts it together.
 *
 * <h2>Where to add what</h2>
 * <ul>
 *   <li>A word of promotions: {@code model.PromotionWords}, and what it sets in {@code offer.OfferTerms}.
 *   <li>A kind of saving: a record in {@code offer.Reward}; the compiler then names every place that needs an answer for it: the
 *       questions of {@code Reward} itself, {@code price.RewardPricing}, {@code offer.StatementNames} and
 *       {@code score.OfferPresentation}. Its word is one of {@code model.PromotionWords}.
 *   <li>A layer: {@code policy.Layer}, with the slot its promotions compete for.
 *   <li>A field rules may ask: a getter of {@code model.Chance}, and its entry in {@code model.ChanceField}, which says all that has to be
 *       known of it.
 *   <li>A strategy: {@code policy.Strategy}, with what decides between two stacks; {@code stack.Planner} then needs a case. A form of
 *       output: {@code cli.ReceiptFormat}. A reason: {@code stack.Reason}. The schemas list them too, as tests say.
 *   <li>A currency: nothing. A market: {@code rules/simplicity/markets.drl}.
 * </ul>
 */
@NullMarked
package dev.plaindeal;

import org.jspecify.annotations.NullMarked;
