/**
 * Plaindeal prices baskets with stacked promotions and scores how simple the deal looks to the buyer.
 *
 * <p>The pipeline is the architecture: read, rules, stack (which asks price), score, report; imports run one way. A rule
 * only promises an offer. The stack decides which promises are kept, price works out what they cost, score says how hard
 * the buyer has to think, report says it to people and machines.
 *
 * <p>A service needs three types: {@link dev.plaindeal.PromotionEngine}, {@link dev.plaindeal.basket.Basket} and
 * {@link dev.plaindeal.receipt.Receipt}.
 */
@NullMarked
package dev.plaindeal;

import org.jspecify.annotations.NullMarked;
