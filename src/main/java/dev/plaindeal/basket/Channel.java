package dev.plaindeal.basket;

import java.util.Optional;

/** Where the buyer meets the offer. */
public enum Channel {
    /** A live stream. */
    LIVE("live"),
    /** A short video with a cart. */
    SHORT_VIDEO("short-video"),
    /** The marketplace's shelf: search and shop pages. */
    SHELF("shelf"),
    /** The seller's own site. */
    INDEPENDENT_SITE("independent-site");

    private final String key;

    Channel(String key) {
        this.key = key;
    }

    /** The word for this channel in JSON and rule files. */
    public String key() {
        return key;
    }

    /** The channel with this key, or empty. */
    public static Optional<Channel> find(String key) {
        for (Channel channel : values()) {
            if (channel.key.equals(key)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
