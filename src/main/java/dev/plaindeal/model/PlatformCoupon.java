package dev.plaindeal.model;

import dev.plaindeal.offer.ChanceKind;

/** A presented code, as a coupon of the platform. */
public final class PlatformCoupon extends Chance {

    PlatformCoupon(String code, BasketFacts basket) {
        super(ChanceKind.PLATFORM_COUPON, "", code, basket);
    }

    /** The presented code in its normal form: capitals, no blanks around it. */
    public String getCode() {
        return presentedCode();
    }

    /** The pool the presented code belongs to, as the host's directory of codes says; empty where it knows no such code. */
    public String getCodePool() {
        return pool();
    }
}
