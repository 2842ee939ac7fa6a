import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.zip.Adler32;
import vanban.*;

/** As many.c. */
class Many {
    static long sum(byte[] bytes) {
        Adler32 sum = new Adler32();
        sum.update(bytes);
        return sum.getValue();
    }

    static long sum(String json) {
        return sum(json.getBytes(StandardCharsets.UTF_8));
    }

    static String told(List<Problem> problems, String json) {
        StringBuilder texts = new StringBuilder();
        for (Problem it : problems) {
            String term = it.term() == null ? "" : it.term();
            texts.append(String.join("\n", it.path(), it.message(), it.code(), term, it.clause(), it.severity(), it.remedy(), ""));
        }
        return sum(json) + " " + sum(texts.toString()) + "\n";
    }

    static String work(Renderer renderer, String file) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(file))))) {
            while (input.available() > 0) {
                byte[] record = input.readNBytes(input.readInt());
                List<Problem> problems;
                try (Document it = renderer.render(record)) {
                    problems = it.warnings();
                    lines.append("made " + it.pageCount() + " " + sum(it.docx()) + " " + sum(it.pdf()) + " " + told(problems, it.warningsJson()));
                } catch (Invalid error) {
                    problems = error.problems();
                    lines.append("refused " + problems.size() + " " + told(problems, error.json()));
                }
                if (!renderer.check(record).equals(problems)) System.exit(3);
            }
        }
        return lines.toString();
    }

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[1]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Renderer renderer = new Renderer()) {
            if (args.length == 5) {
                renderer.addForm(Files.readAllBytes(Path.of(args[2])));
                renderer.addCriteria(Files.readAllBytes(Path.of(args[3])));
                renderer.useProfile(args[4]);
            }
            Set<String> different = new LinkedHashSet<>();
            Callable<String> task = () -> work(renderer, args[0]);
            for (Future<String> told : pool.invokeAll(Collections.nCopies(threads, task))) different.add(told.get());
            pool.shutdown();
            System.out.print(different.iterator().next());
            System.exit(different.size() - 1);
        }
    }
}
