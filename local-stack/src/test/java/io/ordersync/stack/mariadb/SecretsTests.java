package io.ordersync.stack.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.files.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path folder;

    @Test
    void givesEachLoginItsOwnPasswordAndKeepsIt() {
        String sink = secrets().password("orders_sink");

        assertThat(sink).hasSize(32).isNotEqualTo(secrets().password("migrator"));
        assertThat(secrets().password("orders_sink")).isEqualTo(sink);
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws Exception {
        secrets().password("root");
        secrets().password("cdc");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void fillsInEveryPasswordOfTheScriptAndHidesIt() throws Exception {
        Path template = Files.writeString(folder.resolve("in.sql"), "'${ORDERS_SINK_PASSWORD}' '${CDC_PASSWORD}'\n");
        Path rendered = new LoginsScript(List.of(template), folder.resolve("out.sql"), secrets()).render();

        assertThat(rendered)
                .content()
                .doesNotContain("${")
                .startsWith("'%s' '%s'\n"
                        .formatted(secrets().password("orders_sink"), secrets().password("cdc")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rendered)))
                .isEqualTo("rw-------");
    }

    private Secrets secrets() {
        return new Secrets(file(), Checkout.find().deployment("make-password.sh"));
    }

    private Path file() {
        return folder.resolve("data/secrets.properties");
    }
}
