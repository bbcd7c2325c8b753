package dev.plaindeal.model;

import java.util.List;

/** A presented code, as a coupon of the platform. */
public final class PlatformCoupon extends Chance {

    PlatformCoupon(String code, BasketFacts basket, List<Promised> sink) {
        super(ChanceKind.PLATFORM_COUPON, "", code, basket, sink);
    }

    /** The presented code in its normal form: capitals, no blanks around it. */
    public String getCode() {
        return presentedCode();
    }
}
