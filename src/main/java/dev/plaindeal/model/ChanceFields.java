package dev.plaindeal.model;

import dev.plaindeal.offer.Condition;
import java.util.Optional;

/** The fields of a chance by the names rule files use, for explaining in plain words what Drools decided. */
public final class ChanceFields {

    private ChanceFields() {}

    /** The value of a field, or empty when this kind of chance has no such field. */
    public static Optional<Object> value(Chance chance, String field) {
        return switch (field) {
            case "market" -> Optional.of(chance.getMarket());
            case "currency" -> Optional.of(chance.getCurrency());
            case "channel" -> Optional.of(chance.getChannel());
            case "locale" -> Optional.of(chance.getLocale());
            case "newBuyer" -> Optional.of(chance.isNewBuyer());
            case "priorOrders" -> Optional.of(chance.getPriorOrders());
            case "segments" -> Optional.of(chance.getSegments());
            case "shippingMethod" -> Optional.of(chance.getShippingMethod());
            case "skus" -> Optional.of(chance.getSkus());
            case "categories" -> Optional.of(chance.getCategories());
            case "brands" -> Optional.of(chance.getBrands());
            case "code" -> Optional.of(chance.presentedCode());
            default -> chance instanceof StoreChance store ? ofStore(store, field) : Optional.empty();
        };
    }

    private static Optional<Object> ofStore(StoreChance chance, String field) {
        return switch (field) {
            case "store" -> Optional.of(chance.getStore());
            case "crossBorder" -> Optional.of(chance.isCrossBorder());
            case "fullManaged" -> Optional.of(chance.isFullManaged());
            default -> Optional.empty();
        };
    }

    /** Whether the chance meets a condition. */
    public static boolean meets(Chance chance, Condition condition) {
        return value(chance, condition.field()).filter(condition::meets).isPresent();
    }
}
