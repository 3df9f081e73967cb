package io.ordersync.connect.sink.db;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The address of the database: the URL of the user, with the driver settings that the sink depends on.
 *
 * @param jdbc the URL for the driver; may contain secrets, such as the password of a key store
 * @param display host and database, without secrets
 */
public record DatabaseUrl(String jdbc, String display) {

    private static final String MARIADB = "jdbc:mariadb:";
    private static final String MYSQL = "jdbc:mysql:";

    /** One multi-row statement per batch; times unchanged; no row values in the messages of exceptions. */
    private static final Map<String, String> FORCED = Map.of(
            "rewriteBatchedStatements", "true",
            "useBulkStmts", "false",
            "useBulkStmtsForInserts", "false",
            "useAffectedRows", "true",
            "preserveInstants", "false",
            "dumpQueriesOnException", "false");

    /** Time-outs for a server that does not answer, in milliseconds. */
    private static final Map<String, String> DEFAULTS = Map.of("connectTimeout", "5000", "socketTimeout", "30000");

    private static final Set<String> CREDENTIALS = Set.of("user", "password");

    /** @throws IllegalArgumentException if it is not a MariaDB or MySQL URL or contains credentials; the message does not quote the URL */
    public static DatabaseUrl parse(String url) {
        if (url.contains("${")) {
            throw new IllegalArgumentException("contains a placeholder that no config provider has replaced");
        }
        String address = address(url);
        int mark = address.indexOf('?');
        String base = mark < 0 ? address : address.substring(0, mark);
        Map<String, String> settings = settings(mark < 0 ? "" : address.substring(mark + 1));
        if (settings.keySet().stream().anyMatch(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new IllegalArgumentException(
                    "must not contain credentials: use connection.user and connection.password");
        }
        DEFAULTS.forEach(settings::putIfAbsent);
        settings.putAll(FORCED);
        String query = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("&"));
        return new DatabaseUrl(base + "?" + query, base);
    }

    public boolean namesDatabase() {
        int slash = display.indexOf('/', display.indexOf("//") + 2);
        return slash > 0 && slash < display.length() - 1;
    }

    private static String address(String url) {
        String address = url.startsWith(MYSQL) ? MARIADB + url.substring(MYSQL.length()) : url;
        if (!address.startsWith(MARIADB) || !address.contains("//") || address.contains("@")) {
            throw new IllegalArgumentException("must look like jdbc:mariadb://host:3306/database");
        }
        return address;
    }

    private static Map<String, String> settings(String query) {
        Map<String, String> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String setting : query.split("&")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return settings;
    }

    @Override
    public String toString() {
        return display;
    }
}
