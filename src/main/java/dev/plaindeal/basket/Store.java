package dev.plaindeal.basket;

/**
 * Who sells a line.
 *
 * @param id the store's id
 * @param crossBorder whether it ships from another country
 * @param fullManaged whether the platform runs the shop for the seller
 */
public record Store(String id, boolean crossBorder, boolean fullManaged) {

    /** A store in the buyer's own country that runs itself. */
    public static Store local(String id) {
        return new Store(id, false, false);
    }
}
