package vanban;

import java.util.List;

/** A record that was refused, with all its problems. */
public final class Invalid extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;
    private final String json;

    Invalid(List<Problem> problems, String json) {
        super(String.join("\n", problems.stream().map(it -> it.path() + ": " + it.message()).toList()));
        this.problems = List.copyOf(problems);
        this.json = json;
    }

    public List<Problem> problems() { return problems; }
    /** The problems as JSON, as `vanban check --json` prints them. */
    public String json() { return json; }
}
