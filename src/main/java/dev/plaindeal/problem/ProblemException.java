package dev.plaindeal.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when rule files or a basket cannot be used; carries every problem found, sorted by place. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Not serialized; the message says it all. */
    private final transient @Nullable List<Problem> problems;

    /** With all problems found; at least one of them is an error. */
    public ProblemException(List<Problem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem:\n" : " problems:\n")
                + String.join("\n", problems.stream().sorted().map(Problem::text).toList()));
        this.problems = problems.stream().sorted().toList();
    }

    /** Every problem, sorted by place; none where the exception came out of Java serialization, which keeps the message. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
