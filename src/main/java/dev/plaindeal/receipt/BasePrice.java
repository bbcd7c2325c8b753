package dev.plaindeal.receipt;

/** The price a saving is measured from. */
public enum BasePrice {
    /** The list price of the goods. */
    LIST,
    /** The lowest price of the 30 days before, as EU law asks (98/6/EC, Art. 6a). */
    PRIOR_PRICE
}
