package dev.plaindeal.verify;

import dev.plaindeal.receipt.Receipt;
import java.util.Optional;

/**
 * One fixture examined.
 *
 * @param fixture what was examined
 * @param verdict what came of it
 * @param receipt the receipt it gets now, empty when its basket cannot be priced
 */
record Examined(Fixture fixture, Verdict verdict, Optional<Receipt> receipt) {}
