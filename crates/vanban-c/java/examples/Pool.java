import java.nio.file.*;
import java.sql.*;
import java.util.concurrent.*;
import vanban.*;

class Pool {
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Renderer renderer = new Renderer(); ResultSet rows = DriverManager.getConnection(args[0]).createStatement().executeQuery("SELECT id, record FROM papers")) {
            while (rows.next()) { String id = rows.getString(1), record = rows.getString(2);
                pool.submit(() -> { try (Document document = renderer.render(record)) { return Files.write(Path.of(id + ".pdf"), document.pdf()); } catch (Invalid error) { System.err.println(id + ": " + error.getMessage()); throw error; } }); }
            pool.shutdown(); pool.awaitTermination(1, TimeUnit.HOURS);
        }
    }
}
