package dev.plaindeal.studio;

import com.sun.net.httpserver.Headers;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in requests of the studio's own page and no others: not those of another page in the same browser, which cannot read the token
 * and says another origin; not those of a name that was pointed at this machine, which says another host; not those of other users
 * of the machine, who do not know the token. Safe from many threads.
 */
final class RequestGuard {

    /** The header that carries the token: a header of one's own keeps forms and images of other pages out by itself. */
    static final String TOKEN = "X-Plaindeal-Token";

    static final int FORBIDDEN = 403;
    static final int TOO_MANY = 429;
    /** A person who types fast, and the page that asks three things at each key. */
    private static final int MOST_PER_SECOND = 200;

    private final Set<String> hosts;
    private final byte[] token;
    private final Clock clock;
    /** Each access by itself, and only those that are let in: no other page can use up what belongs to this one. */
    private final Map<Access, Integer> inSecond = new EnumMap<>(Access.class);
    private long second;

    RequestGuard(int port, String token, Clock clock) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** Why a request is not let in, if so. What is public, as the empty page, needs no token. */
    Optional<HttpAnswer> refusal(Headers asked, Access access) {
        if (!hosts.contains(one(asked, "Host"))) {
            return Optional.of(refused(FORBIDDEN, "wrong-host", "The studio answers under its own address alone"));
        }
        String origin = one(asked, "Origin");
        if (!origin.isEmpty() && hosts.stream().noneMatch(host -> origin.equals("http://" + host))) {
            return Optional.of(refused(FORBIDDEN, "wrong-origin", "The studio answers its own page alone"));
        }
        boolean known = MessageDigest.isEqual(token, one(asked, TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!known && access == Access.PRIVATE) {
            return Optional.of(refused(FORBIDDEN, "wrong-token", "Open the studio with the whole link that it printed when it started"));
        }
        return isTooMany(access)
                ? Optional.of(refused(TOO_MANY, "too-many-requests", "More than " + MOST_PER_SECOND + " requests a second are not answered"))
                : Optional.empty();
    }

    /** Whether somebody may know it who has not the token. */
    enum Access {
        /** The page itself, the same for everybody. */
        PUBLIC,
        /** All that is in the folder. */
        PRIVATE
    }

    private static String one(Headers asked, String name) {
        List<String> values = asked.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : values.isEmpty() ? "" : "several";
    }

    private synchronized boolean isTooMany(Access access) {
        long now = clock.millis() / 1_000;
        if (now != second) {
            inSecond.clear();
            second = now;
        }
        return inSecond.merge(access, 1, Integer::sum) > MOST_PER_SECOND;
    }

    private static HttpAnswer refused(int status, String code, String message) {
        return HttpAnswer.refused(status, List.of(Problem.error(code, Place.of("studio"), message, "")));
    }
}
