package dev.plaindeal.basket;

import java.util.Optional;

/** With what the buyer orders. */
public enum Client {
    /** The shop's app. */
    APP("app"),
    /** A browser. */
    WEB("web");

    private final String key;

    Client(String key) {
        this.key = key;
    }

    /** The word for this client in JSON and rule files. */
    public String key() {
        return key;
    }

    /** The client with this key, or empty. */
    public static Optional<Client> find(String key) {
        for (Client client : values()) {
            if (client.key.equals(key)) {
                return Optional.of(client);
            }
        }
        return Optional.empty();
    }
}
