package io.ordersync.stack.mariadb;

import io.ordersync.setup.files.PrivateFile;
import io.ordersync.stack.files.StackFolders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL with the logins and grants, passwords filled in. Its file exists only while MariaDB reads it. */
public record LoginsScript(List<Path> templates, Path file, Secrets secrets) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)_PASSWORD}");

    /** Root comes last: when root can log in with its password, the statements before were executed. */
    private static final String ROOT = """

            DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host NOT IN ('localhost', '127.0.0.1'));
            FLUSH PRIVILEGES;
            DROP DATABASE IF EXISTS test;
            ALTER USER 'root'@'localhost' IDENTIFIED BY '${ROOT_PASSWORD}';
            ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '${ROOT_PASSWORD}';
            """;

    public static LoginsScript of(StackFolders folders, List<Path> templates, Secrets secrets) {
        return new LoginsScript(templates, folders.data().resolve("logins.sql"), secrets);
    }

    public Path render() throws IOException {
        try (OutputStream out = PrivateFile.replace(file)) {
            out.write((text() + filled(ROOT)).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** The statements without those about root. */
    public String text() throws IOException {
        StringBuilder sql = new StringBuilder();
        for (Path template : templates) {
            sql.append(Files.readString(template));
        }
        return filled(sql.toString());
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private String filled(String sql) {
        return PLACEHOLDER
                .matcher(sql)
                .replaceAll(match ->
                        Matcher.quoteReplacement(secrets.password(match.group(1).toLowerCase(Locale.ROOT))));
    }
}
