package io.ordersync.stack.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A MariaDB server's program and the folder with its messages and the SQL of its system tables. */
public record MariaDbInstallation(Path server, Path share) {

    private static final List<String> SHARES =
            List.of("share", "share/mysql", "share/mariadb", "../share/mysql", "../share/mariadb");

    /** The installation that a server program belongs to, if its SQL files are where MariaDB's packages put them. */
    static Stream<MariaDbInstallation> around(Path server) {
        Path base = server.toAbsolutePath().getParent().getParent();
        return SHARES.stream()
                .map(share -> base.resolve(share).normalize())
                .map(share -> new MariaDbInstallation(server.toAbsolutePath(), share))
                .filter(found -> Files.exists(found.systemTables()))
                .limit(1);
    }

    Path base() {
        return server.getParent().getParent();
    }

    /** The scripts that create the system tables, in order. Before 11.0 the files were named for MySQL. */
    public List<Path> bootstrapSql() {
        return Stream.of(
                        systemTables(),
                        named("performance_tables.sql"),
                        named("system_tables_data.sql"),
                        share.resolve("maria_add_gis_sp_bootstrap.sql"),
                        named("sys_schema.sql"))
                .filter(Files::exists)
                .toList();
    }

    private Path systemTables() {
        return named("system_tables.sql");
    }

    private Path named(String rest) {
        Path today = share.resolve("mariadb_" + rest);
        return Files.exists(today) ? today : share.resolve("mysql_" + rest);
    }
}
