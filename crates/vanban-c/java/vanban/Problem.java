package vanban;

/** What is wrong with a record, where, and what to do. `term` is null if the field has no name. */
public record Problem(String path, String message, String code, String term, String clause, String severity, String remedy) {
    static Problem of(Document document, long number) {
        java.util.function.UnaryOperator<String> of = field -> document.ask(String.class, "problem_" + field, number);
        return new Problem(of.apply("path"), of.apply("message"), of.apply("code"), of.apply("term"), of.apply("clause"), of.apply("severity"), of.apply("remedy"));
    }
}
