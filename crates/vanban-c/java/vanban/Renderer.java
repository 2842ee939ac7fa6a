package vanban;

import com.sun.jna.Pointer;
import java.io.*;
import java.nio.charset.*;
import java.util.List;

/** Makes documents. Build one and share it among all threads. */
public final class Renderer extends Handle {
    static { // The sentences are Vietnamese, whatever the machine speaks.
        Charset own = Charset.forName(System.getProperty("stderr.encoding", Charset.defaultCharset().name()));
        if (!own.newEncoder().canEncode('ệ')) System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    public Renderer() { super(call(Pointer.class, "renderer_new"), "renderer_free"); }

    /** Checks a record in JSON and makes its document. */
    public Document render(String json) throws Invalid { return render(json.getBytes(StandardCharsets.UTF_8)); }
    public Document render(byte[] json) throws Invalid { return answer("render", json).made(); }
    /** All problems of a record, errors and warnings. */
    public List<Problem> check(String json) { return check(json.getBytes(StandardCharsets.UTF_8)); }
    public List<Problem> check(byte[] json) { try (Document answer = answer("check", json)) { return answer.warnings(); } }
    /** Adds a form: the bytes of the ZIP of its folder. */
    public void addForm(byte[] zip) throws Invalid { answer("add_form", zip).made().close(); }
    /** Adds a criteria set: JSON or TOML. */
    public void addCriteria(byte[] text) throws Invalid { answer("add_criteria", text).made().close(); }
    /** The guidance of records that name none: hd05 (2026) or hd36 (2018). */
    public void useProfile(String name) { if (!says("use_profile", name)) throw new IllegalArgumentException("no profile " + name); }

    private Document answer(String function, byte[] given) { return new Document(ask(Pointer.class, function, given, (long) given.length)); }
}
