package io.ordersync.stack.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbFinderTests {

    @TempDir
    Path folder;

    @Test
    void prefersAnInstalledServer() throws IOException {
        Path installed = server("usr", "10.11.6", "share/mysql/mysql_system_tables.sql");
        server("bundled/linux", "11.4.5", "share/mariadb_system_tables.sql");

        assertThat(find("").server()).isEqualTo(installed);
    }

    @Test
    void takesTheBundledOneWhenTheInstalledIsTooOld() throws IOException {
        server("usr", "10.6.16", "share/mysql/mysql_system_tables.sql");
        Path bundled = server("bundled/linux", "11.4.5", "share/mariadb_system_tables.sql");

        assertThat(find("").server()).isEqualTo(bundled);
    }

    @Test
    void takesTheOneThatWasAskedFor() throws IOException {
        server("usr", "10.11.6", "share/mysql/mysql_system_tables.sql");
        Path bundled = server("bundled/linux", "11.4.5", "share/mariadb_system_tables.sql");
        Path own = server("own", "11.8.1", "share/mariadb_system_tables.sql");

        assertThat(find("bundled").server()).isEqualTo(bundled);
        assertThat(find(own.toString()).share()).isEqualTo(folder.resolve("own/share"));
    }

    @Test
    void makesTheBundledServerExecutable() throws IOException {
        Path bundled = server("bundled/linux", "11.4.5", "share/mariadb_system_tables.sql");
        assertThat(bundled.toFile().setExecutable(false, false)).isTrue();

        assertThat(find("").server()).isExecutable();
    }

    @Test
    void explainsWhatToDoWithoutMariaDb() {
        assertThatThrownBy(() -> find(""))
                .hasMessage("no MariaDB server was found; install MariaDB 10.7 or newer,"
                        + " or name its mariadbd with ORDERSYNC_MARIADB");
    }

    private MariaDbInstallation find(String choice) {
        return new MariaDbFinder(folder.resolve("bundled"), List.of(folder.resolve("usr/bin")), choice).find();
    }

    private Path server(String base, String version, String sql) throws IOException {
        Path tables = folder.resolve(base).resolve(sql);
        Files.createDirectories(tables.getParent());
        Files.createFile(tables);
        Path program = folder.resolve(base).resolve("bin/mariadbd");
        Files.createDirectories(program.getParent());
        Files.writeString(
                program, "#!/bin/sh\necho 'mariadbd  Ver %s-MariaDB for Linux on x86_64'\n".formatted(version));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toRealPath();
    }
}
