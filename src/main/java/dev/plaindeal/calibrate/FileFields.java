package dev.plaindeal.calibrate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.json.PointedNode;
import dev.plaindeal.json.StrictJson;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** The fields of an object in a file of ours; what is not as we write it is noted with its JSON pointer, and a stand-in given. */
final class FileFields {

    private static final String WRONG = "calibration-wrong-value";

    private static final int MOST_COUNTED = 1_000_000_000;

    private final PointedNode node;

    private FileFields(PointedNode node) {
        this.node = node;
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException when it is no JSON object
     */
    static FileFields read(String json, String file) {
        try {
            FileFields whole = new FileFields(PointedNode.root(StrictJson.ANY.read(json), file));
            if (!whole.node.value().isObject()) {
                whole.refuse("", "this is no JSON object", "Name the file that calibrate wrote.");
                whole.requireNoProblem();
            }
            return whole;
        } catch (StrictJson.NotJson broken) {
            throw new ProblemException(List.of(Problem.error("calibration-not-json", broken.in(file), broken.sentence(), "Name the file that calibrate wrote.")));
        }
    }

    /** Throws everything noted in the whole file, where there is something. */
    void requireNoProblem() {
        if (!node.problems().isEmpty()) {
            throw new ProblemException(node.problems().stream().sorted().toList());
        }
    }

    void refuse(String field, String sentence, String hint) {
        node.problem(field, WRONG, sentence, hint);
    }

    boolean has(String field) {
        return node.value().has(field);
    }

    String text(String field) {
        JsonNode value = node.value().path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            refuse(field, field + " is a text here", "");
            return "";
        }
        return value.textValue();
    }

    double number(String field) {
        JsonNode value = node.value().path(field);
        double number = value.doubleValue();
        if (!value.isNumber() || !Double.isFinite(number)) {
            refuse(field, field + " is a number here", "");
            return 0;
        }
        return number;
    }

    long whole(String field) {
        JsonNode value = node.value().path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            refuse(field, field + " is a whole number here", "");
            return 0;
        }
        return value.longValue();
    }

    /** How many there are of something. */
    int count(String field) {
        JsonNode value = node.value().path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > MOST_COUNTED) {
            refuse(field, field + " is a whole number from 0 to " + MOST_COUNTED + " here", "");
            return 0;
        }
        return value.intValue();
    }

    /** The objects of a list with something in it. */
    List<FileFields> objects(String field) {
        JsonNode list = node.value().path(field);
        if (!list.isArray() || list.isEmpty()) {
            refuse(field, field + " is a list here, and not empty", "");
            return List.of();
        }
        List<FileFields> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            objects.add(new FileFields(node.field(field).item(i)));
        }
        return objects;
    }

    FileFields object(String field) {
        FileFields object = new FileFields(node.field(field));
        if (!object.node.value().isObject()) {
            refuse(field, field + " is an object here", "");
        }
        return object;
    }

    /** The texts of a list, which may be empty. */
    List<String> texts(String field) {
        JsonNode list = node.value().path(field);
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (text.isTextual() && !text.textValue().isBlank()) {
                texts.add(text.textValue());
            }
        }
        if (!list.isArray() || texts.size() < list.size()) {
            refuse(field, field + " is a list of texts here", "");
        }
        return texts;
    }

    /** A field as JSON text, to be read by those who know it. */
    String json(String field) {
        return node.value().path(field).toString();
    }

    /** Notes what others found in the JSON text of a field. */
    void note(String field, List<Problem> found) {
        for (Problem problem : found) {
            Place at = problem.place();
            node.problems().add(Problem.error(
                    problem.code(),
                    new Place(at.file(), 0, 0, node.pointer() + "/" + field + at.pointer(), ""),
                    problem.message(),
                    problem.hint()));
        }
    }

    String file() {
        return node.file();
    }
}
