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

    static String work(Renderer renderer, String file) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(file))))) {
            while (input.available() > 0) {
                byte[] record = input.readNBytes(input.readInt());
                try (Document it = renderer.render(record)) {
                    lines.append("made " + it.pageCount() + " " + sum(it.docx()) + " " + sum(it.pdf()) + " " + sum(it.warningsJson()) + "\n");
                } catch (Invalid error) {
                    lines.append("refused " + error.problems().size() + " " + sum(error.json()) + "\n");
                }
            }
        }
        return lines.toString();
    }

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[1]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Renderer renderer = new Renderer()) {
            Set<String> different = new LinkedHashSet<>();
            Callable<String> task = () -> work(renderer, args[0]);
            for (Future<String> told : pool.invokeAll(Collections.nCopies(threads, task))) different.add(told.get());
            pool.shutdown();
            System.out.print(different.iterator().next());
            System.exit(different.size() - 1);
        }
    }
}
