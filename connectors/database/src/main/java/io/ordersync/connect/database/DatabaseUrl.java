package io.ordersync.connect.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;

/**
 * The address of the database: the URL of the user, taken apart. Everything that may be a secret leaves the URL, so that
 * neither the sink nor the driver can quote it.
 *
 * @param jdbc the URL for the driver: hosts and database, without settings and credentials
 * @param settings the settings for the driver; may contain secrets, such as the password of a key store
 * @param user the user that the URL names, or null
 * @param password the password that the URL contains, or null
 * @param unused the names of settings in the URL that have no effect
 */
public record DatabaseUrl(
        String jdbc,
        Map<String, String> settings,
        @Nullable String user,
        @Nullable Password password,
        List<String> unused) {

    private static final String MARIADB = "jdbc:mariadb:";
    private static final String MYSQL = "jdbc:mysql:";
    private static final Set<String> MODES = Set.of(
            "", "failover:", "loadbalance:", "load-balance:", "load-balance-read:", "replication:", "sequential:");
    private static final String FORM = "must look like jdbc:mariadb://host:3306/database";
    private static final String AT = "must not contain an @ before the database: put the user and the password in"
            + " connection.user and connection.password, where an @ needs no encoding; in a setting of the URL write %40";

    /** The driver's setting for {@code LOAD DATA LOCAL}. */
    public static final String LOCAL_INFILE = "allowLocalInfile";

    private static final Set<String> NO = Set.of("false", "0");

    /** @throws IllegalArgumentException if it is not a MariaDB or MySQL URL; the message does not quote the URL */
    public static DatabaseUrl parse(String url) {
        return parse(url, Map.of());
    }

    /**
     * @param more settings for the driver that the configuration holds beside the URL
     * @throws IllegalArgumentException if it is not a MariaDB or MySQL URL; the message does not quote the URL
     */
    public static DatabaseUrl parse(String url, Map<String, String> more) {
        if (url.contains("${")) {
            throw new IllegalArgumentException("contains a placeholder that no config provider has replaced");
        }
        boolean isMysql = url.startsWith(MYSQL);
        int slashes = url.indexOf("//");
        if (slashes < 0 || !(isMysql || url.startsWith(MARIADB))) {
            throw new IllegalArgumentException(FORM);
        }
        int mark = url.indexOf('?', slashes);
        String address = url.substring(slashes + 2, mark < 0 ? url.length() : mark);
        if (address.contains("@")) {
            throw new IllegalArgumentException(AT);
        }
        Map<String, String> settings = settings(mark < 0 ? "" : url.substring(mark + 1), isMysql);
        settings.putAll(more);
        String mode = mode(url.substring((isMysql ? MYSQL : MARIADB).length(), slashes));
        try {
            return of(mode, address, settings, isMysql);
        } catch (IllegalArgumentException e) {
            // A password with a question mark ends the address too early.
            throw mark > 0 && url.contains("@") && e.getMessage().equals(FORM) ? new IllegalArgumentException(AT) : e;
        }
    }

    /** Whether the driver offers the server {@code LOAD DATA LOCAL}, as it does by default. */
    public boolean allowsLocalInfile() {
        return !NO.contains(settings.getOrDefault(LOCAL_INFILE, "true"));
    }

    private static DatabaseUrl of(String mode, String address, Map<String, String> settings, boolean isMysql) {
        int slash = DatabaseHosts.end(address);
        DatabaseHosts hosts = DatabaseHosts.parse(address.substring(0, slash));
        String database = database(slash < address.length() ? address.substring(slash + 1) : "", isMysql);
        settings.putAll(hosts.credentials());
        String user = settings.remove("user");
        String password = settings.remove("password");
        DriverSettings used = DriverSettings.of(settings, hosts.count());
        String jdbc = MARIADB + mode + "//" + hosts.text() + "/" + database;
        requireAccepted(jdbc, used);
        return new DatabaseUrl(
                jdbc, used.values(), user, password == null ? null : new Password(password), used.unused());
    }

    /** Reports now what the driver would report at each attempt to connect. */
    private static void requireAccepted(String jdbc, DriverSettings settings) {
        try {
            Properties properties = new Properties();
            properties.putAll(settings.values());
            Configuration.parse(jdbc, properties);
        } catch (SQLException e) {
            throw new IllegalArgumentException("is rejected by the driver: " + e.getMessage(), e);
        }
    }

    private static String mode(String text) {
        String mode = text.toLowerCase(Locale.ROOT);
        if (mode.equals("aurora:")) {
            throw new IllegalArgumentException("names the mode aurora, which MariaDB's driver no longer has:"
                    + " use jdbc:mariadb:sequential: or jdbc:mariadb:loadbalance:");
        }
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException(FORM);
        }
        return mode;
    }

    private static String database(String text, boolean isMysql) {
        String name = isMysql ? decode(text) : text;
        if (name.matches(".*[/;&=?@()\\s].*")) {
            throw new IllegalArgumentException("must not contain / ; & = or ? in the name of the database:"
                    + " settings follow the name after one ?");
        }
        return name;
    }

    private static Map<String, String> settings(String query, boolean isMysql) {
        Map<String, String> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String setting : query.replace("&amp;", "&").split("&")) {
            int equals = setting.indexOf('=');
            String name = decode(equals < 0 ? setting : setting.substring(0, equals));
            String value = equals < 0 ? "" : setting.substring(equals + 1);
            if (!name.isBlank()) {
                settings.put(name, isMysql ? decode(value) : value);
            }
        }
        return settings;
    }

    /** MySQL's driver decodes values, MariaDB's does not. A plus sign stays one. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Whether a setting of this name, in upper or lower case, has an effect. */
    public static boolean hasSetting(String name) {
        return DriverSettings.isUsed(name) || isAboutEncryption(name);
    }

    public static boolean isAboutEncryption(String name) {
        return EncryptionSettings.contain(name);
    }

    public boolean namesDatabase() {
        return !jdbc.endsWith("/");
    }

    @Override
    public String toString() {
        return jdbc;
    }
}
