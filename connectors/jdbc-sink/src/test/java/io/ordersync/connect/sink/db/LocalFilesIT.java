package io.ordersync.connect.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.stack.testing.connect.TestStack;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is not what it seems gets no file of the worker. */
class LocalFilesIT {

    @TempDir
    private Path folder;

    private Path secret;
    private FileRequestingProxy proxy;
    private Session session;

    @BeforeEach
    void connect() throws Exception {
        // The proxy reads what client and server say.
        TestStack.running().sql("SET GLOBAL require_secure_transport = OFF");
        var mariaDb = TestStack.running().mariaDb();
        secret = Files.writeString(folder.resolve("secret"), "secret");
        proxy = new FileRequestingProxy(mariaDb.port());
        DatabaseUrl url = DatabaseUrl.parse("jdbc:mariadb://127.0.0.1:%d/mydb?sslMode=disable".formatted(proxy.port()));
        session = Session.open(
                new DatabaseConfig(url, "orders_sink", new Password(mariaDb.password("orders_sink")), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        session.close();
        proxy.close();
        TestStack.running().sql("SET GLOBAL require_secure_transport = ON");
    }

    @Test
    void sendsOnlyTheRowsToALoad() throws SQLException {
        session.execute("CREATE TEMPORARY TABLE loaded (n INT)");
        proxy.want(secret);
        assertThatThrownBy(() -> session.load(
                        "LOAD DATA LOCAL INFILE '" + secret + "' INTO TABLE loaded",
                        new ByteArrayInputStream(new byte[] {'7', '\n'})))
                .hasMessageContaining("refused by the test");
        assertThat(proxy.received()).isEqualTo("7\n");
    }

    @Test
    void sendsNoFileToAnotherStatement() {
        proxy.want(secret);
        assertThatThrownBy(() -> session.execute("/* LOAD DATA LOCAL INFILE '" + secret + "' */ SELECT 1"))
                .isInstanceOf(SQLException.class);
        assertThat(proxy.received()).isEmpty();
    }

    @Test
    void sendsNoFileToAStatementWithParameters() throws SQLException {
        PreparedStatement insert = session.statement("INSERT INTO loaded VALUES (?)");
        insert.setString(1, "LOAD DATA LOCAL INFILE '" + secret + "'");
        insert.addBatch();
        proxy.want(secret);
        assertThatThrownBy(insert::executeBatch).isInstanceOf(SQLException.class);
        assertThat(proxy.received()).isEmpty();
    }
}
