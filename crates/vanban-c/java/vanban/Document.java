package vanban;

import com.sun.jna.*;
import java.util.*;

/** A document. Close it, or leave it to the collector. */
public final class Document extends Handle {
    @Structure.FieldOrder({"data", "len"}) public static final class Bytes extends Structure implements Structure.ByValue { public Pointer data; public long len; }

    private final List<Problem> problems = new ArrayList<>();
    private final String json = ask(String.class, "problems_json");

    Document(Pointer pointer) {
        super(pointer, "document_free");
        for (long i = 0, count = ask(long.class, "problem_count"); i < count; i++) problems.add(Problem.of(this, i));
    }

    Document made() throws Invalid {
        if (says("ok")) return this;
        close();
        throw new Invalid(problems, json);
    }

    public byte[] docx() { return bytes("docx"); }
    public byte[] pdf() { return bytes("pdf"); }
    /** A name for the files, without extension, in ASCII. */
    public String fileName() { return ask(String.class, "file_name"); }
    public long pageCount() { return ask(long.class, "page_count"); }
    /** Problems that did not stop the document. */
    public List<Problem> warnings() { return Collections.unmodifiableList(problems); }
    /** The same as JSON, as `vanban check --json` prints them. */
    public String warningsJson() { return json; }

    private synchronized byte[] bytes(String function) {
        Bytes it = ask(Bytes.class, function);
        if (it.data == null) throw new IllegalStateException("the document is closed");
        return it.data.getByteArray(0, (int) it.len);
    }
}
