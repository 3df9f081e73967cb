package io.ordersync.stack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordersync.setup.certificate.Certificates;
import io.ordersync.setup.certificate.ServerKind;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.ForeignCertificate;
import io.ordersync.stack.testing.TestStacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bundled or installed MariaDB, its certificate, and clients that check it. */
@Timeout(180)
class DatabaseEncryptionIT {

    private static final LocalStack STACK = TestStacks.ofProcesses("encryption");
    private static final int CLIENTS = 2;
    private static final int MORE = 20;

    private final MariaDb server = STACK.mariaDb();
    private final Certificates certificates =
            new Certificates(server.trusted().authority().getParent());

    @BeforeAll
    static void start() {
        STACK.start(STACK.mariaDb());
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @Test
    void encryptsEveryConnection() throws SQLException {
        try (Connection connection = server.connect("migrator")) {
            assertThat(value(connection, "SHOW STATUS LIKE 'Ssl_version'")).isIn("TLSv1.2", "TLSv1.3");
            assertThat(value(connection, "SHOW VARIABLES LIKE 'tls_version'")).isEqualTo("TLSv1.2,TLSv1.3");
        }
    }

    @Test
    void refusesAConnectionWithoutEncryption() {
        String plain = "jdbc:mariadb://127.0.0.1:%d/mydb?sslMode=disable".formatted(server.port());
        assertThatThrownBy(() -> connect(plain)).hasMessageContaining("insecure transport");
    }

    @Test
    void clientsRefuseTheCertificateOfAForeignAuthority(@TempDir Path folder) throws Exception {
        Certificates others = new Certificates(folder);
        others.provide();
        String url = server.jdbcUrl()
                .replace(
                        server.trusted().authority().toString(),
                        others.trusted().authority().toString());
        assertThatThrownBy(() -> connect(url)).hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void clientsRefuseAForeignCertificateOfTheServer() throws Exception {
        try (ForeignCertificate foreign = ForeignCertificate.on(server)) {
            assertThatThrownBy(() -> server.connect("migrator")).isInstanceOf(SQLException.class);
        }
        assertThatCode(() -> server.connect("migrator").close()).doesNotThrowAnyException();
    }

    /** 127.1 is another name of 127.0.0.1, which the certificate does not have. */
    @Test
    void clientsRefuseANameThatTheCertificateDoesNotHave() {
        String url = server.jdbcUrl().replace("//127.0.0.1:", "//127.1:");
        assertThatThrownBy(() -> connect(url)).hasStackTraceContaining("127.1");
        assertThatCode(() -> connect(url.replace("verify-full", "verify-ca"))).doesNotThrowAnyException();
    }

    @Test
    void onlyTheOwnerReadsTheKeyAndNoLogShowsIt() throws Exception {
        Path key = certificates.of(ServerKind.MARIADB).key();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(server.logFile()))
                .doesNotContain(Files.readAllLines(key).get(1));
    }

    /** Clients connect, read and leave all the time. A new key comes in between, as {@code ./run renew-certificates} makes it. */
    @Test
    void clientsNoticeNothingOfARenewal() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger connections = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        String oldKey = Files.readString(certificates.of(ServerKind.MARIADB).key());
        try (Connection kept = server.connect("migrator")) {
            List<Future<?>> loads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                loads.add(clients.submit(() -> {
                    while (!ended.get()) {
                        server.connect("migrator").close();
                        connections.incrementAndGet();
                    }
                    return null;
                }));
            }
            awaitMore(connections);
            certificates.renew();
            try (Connection root = server.connectAsRoot()) {
                root.createStatement().execute("FLUSH SSL");
            }
            awaitMore(connections);
            ended.set(true);
            for (Future<?> load : loads) {
                load.get();
            }
            assertThat(kept.isValid(5)).isTrue();
        } finally {
            ended.set(true);
            clients.shutdown();
        }
        assertThat(Files.readString(certificates.of(ServerKind.MARIADB).key())).isNotEqualTo(oldKey);
    }

    private static void awaitMore(AtomicInteger connections) {
        int before = connections.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> connections.get() > before + MORE);
    }

    private void connect(String url) throws SQLException {
        DriverManager.getConnection(url, "migrator", server.password("migrator"))
                .close();
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(2);
        }
    }
}
