package io.ordersync.benchmarks.report;

import io.ordersync.benchmarks.servers.Connectors;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.Home;
import io.ordersync.benchmarks.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured. */
final class Versions {

    private Versions() {}

    static Map<String, String> of(Servers servers) throws SQLException, IOException, InterruptedException {
        Database database = servers.database();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("order-sync", commit());
        versions.putAll(servers.versions());
        versions.put("Kafka", new Connectors(servers.workerUrl()).version());
        versions.put("MariaDB", database.ask("SELECT VERSION()"));
        versions.put("innodb_flush_log_at_trx_commit", database.ask("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit"));
        versions.put(
                "innodb_buffer_pool_size",
                Long.parseLong(database.ask("SELECT @@GLOBAL.innodb_buffer_pool_size")) / 1024 / 1024 + " MB");
        return versions;
    }

    /** The commit, and whether something was changed since; without git, that it is not known. */
    private static String commit() throws IOException, InterruptedException {
        Path log = Files.createTempFile("commit", ".txt");
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .directory(Home.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return git.waitFor() == 0 ? Files.readString(log).strip() : "unknown commit";
        } catch (IOException e) {
            return "unknown commit";
        } finally {
            Files.delete(log);
        }
    }
}
