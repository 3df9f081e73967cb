package io.ordersync.benchmarks.report;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.stack.files.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The versions and settings that were measured. */
final class Versions {

    private Versions() {}

    static Map<String, String> of(BenchmarkServers servers) throws SQLException, IOException, InterruptedException {
        BenchmarkDatabase database = servers.database();
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("order-sync", commit());
        versions.put("JDK", System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version"));
        versions.putAll(servers.versions());
        versions.put("Kafka", servers.worker().version());
        versions.put("MariaDB", database.query("SELECT VERSION()"));
        versions.put(
                "innodb_flush_log_at_trx_commit", database.query("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit"));
        versions.put(
                "innodb_buffer_pool_size",
                Long.parseLong(database.query("SELECT @@GLOBAL.innodb_buffer_pool_size")) / 1024 / 1024 + " MB");
        return versions;
    }

    /** The commit, and whether files were changed since then. Without git it is unknown. */
    private static String commit() throws IOException, InterruptedException {
        Path log = Files.createTempFile("commit", ".txt");
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .directory(Checkout.find().root().toFile())
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
