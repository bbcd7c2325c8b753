package dev.plaindeal.studio;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.ProblemJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param type media type
 * @param body its bytes
 */
record HttpAnswer(int status, String type, byte[] body) {

    static final int OK = 200;
    static final int CONFLICT = 409;
    static final int UNUSABLE = 422;

    static HttpAnswer json(Consumer<JsonWriter> fields) {
        return json(OK, fields);
    }

    static HttpAnswer json(int status, Consumer<JsonWriter> fields) {
        return new HttpAnswer(status, "application/json", JsonWriter.line(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Why nothing was done. */
    static HttpAnswer refused(int status, List<Problem> problems) {
        return json(status, out -> out.objects("problems", problems, ProblemJson::fields));
    }
}
