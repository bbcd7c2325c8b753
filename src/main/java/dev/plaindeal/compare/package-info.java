/** What an edit of rules does to baskets: prices, promotions, who pays and how simple it looks, before and after. */
@NullMarked
package dev.plaindeal.compare;

import org.jspecify.annotations.NullMarked;
