package io.ordersync.stack.mariadb;

import io.ordersync.setup.certificate.ServerCertificate;
import io.ordersync.stack.net.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of the MariaDB server, which reads no option file: the same everywhere. */
public final class MariaDbCommand {

    private MariaDbCommand() {}

    public static List<String> common(MariaDbInstallation installation, Path data) {
        List<String> words = new ArrayList<>(List.of(
                installation.server().toString(),
                "--no-defaults",
                "--basedir=" + installation.base(),
                "--datadir=" + data,
                "--tmpdir=" + data, // in a shared one, a server that starts deletes the others' temporary tables
                "--lc-messages-dir=" + installation.share(),
                "--character-sets-dir=" + installation.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--skip-name-resolve",
                "--innodb-buffer-pool-size=256M",
                "--innodb-log-file-size=128M",
                "--key-buffer-size=8M",
                "--aria-pagecache-buffer-size=8M"));
        if ("root".equals(System.getProperty("user.name"))) {
            words.add("--user=root"); // the server refuses to run as root unless told to
        }
        return words;
    }

    public static List<String> bootstrapping() {
        return List.of(
                "--bootstrap", "--ssl=0", "--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=8M");
    }

    /**
     * The options for TLS. A server without these files would make others at each start, which takes seconds.
     *
     * @param required whether clients without TLS are refused
     */
    public static List<String> encrypting(ServerCertificate files, boolean required) {
        return List.of(
                "--ssl-cert=" + files.certificate(),
                "--ssl-key=" + files.key(),
                "--tls-version=TLSv1.2,TLSv1.3",
                "--require-secure-transport=" + (required ? "ON" : "OFF"));
    }

    public static List<String> serving(int port) {
        return List.of(
                "--bind-address=" + Ports.HOST,
                "--port=" + port,
                "--socket=mariadb.sock", // relative to the data folder: a socket's path is limited to 107 bytes
                "--pid-file=mariadb.pid",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--server-id=1",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-row-image=FULL",
                "--binlog-row-metadata=FULL",
                "--binlog-expire-logs-seconds=259200",
                "--max-connections=200",
                "--max-allowed-packet=80M");
    }
}
