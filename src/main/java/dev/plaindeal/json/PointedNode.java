package dev.plaindeal.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of a tree that {@link StrictJson} read, its JSON pointer, and the problems found in the tree so far. What reads a
 * format by its own words stands on it.
 *
 * @param value it may be missing
 * @param file name for the places of problems
 * @param pointer JSON pointer, RFC 6901; empty for the outermost value
 * @param problems of the whole tree, to be added to
 */
public record PointedNode(JsonNode value, String file, String pointer, List<Problem> problems) {

    /** The outermost value. */
    public static PointedNode root(JsonNode value, String file) {
        return new PointedNode(value, file, "", new ArrayList<>());
    }

    /** A field, which may be missing. */
    public PointedNode field(String name) {
        return new PointedNode(value.path(name), file, pointer + step(name), problems);
    }

    /** An item of a list. */
    public PointedNode item(int index) {
        return new PointedNode(value.path(index), file, pointer + "/" + index, problems);
    }

    /** Adds a problem of this value. */
    public void problem(String code, String message, String hint) {
        problems.add(Problem.error(code, new Place(file, 0, 0, pointer, ""), message, hint));
    }

    /** Adds a problem of a field, be it there or not; of the value itself where the field has no name. */
    public void problem(String field, String code, String message, String hint) {
        problems.add(Problem.error(code, new Place(file, 0, 0, field.isEmpty() ? pointer : pointer + step(field), ""), message, hint));
    }

    /** A field's name as a pointer has it. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
