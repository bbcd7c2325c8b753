package dev.plaindeal.weights;

/**
 * What the buyers of a market see in a channel.
 *
 * @param priceToPay whether the price to pay is shown
 * @param subtotal whether the subtotal is shown that thresholds measure
 * @param spoken whether the terms are heard instead of seen
 */
public record Audience(boolean priceToPay, boolean subtotal, boolean spoken) {

    private static final String LIVE = "live";
    private static final String SHORT_VIDEO = "short-video";

    /**
     * What is taken to be so: in Britain and the EU the price to pay and the subtotal are shown, elsewhere the subtotal where
     * there is a page to show it on; a live stream is heard. That Britain and the EU show the price is a product decision; their
     * law pushes the same way (DMCC Act, Directive 98/6/EC).
     *
     * @param market ISO 3166 code
     * @param channel the channel as rules name it
     */
    public static Audience usual(String market, String channel) {
        boolean shows = market.equals("GB") || UsualSettings.isInEuropeanUnion(market);
        boolean page = !channel.equals(LIVE) && !channel.equals(SHORT_VIDEO);
        return new Audience(shows, shows || page, channel.equals(LIVE));
    }
}
