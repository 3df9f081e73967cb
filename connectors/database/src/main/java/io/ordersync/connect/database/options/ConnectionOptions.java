package io.ordersync.connect.database.options;

import io.ordersync.connect.database.DatabaseConfig;
import io.ordersync.connect.database.DatabaseUrl;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The options that name the database and the login. */
public final class ConnectionOptions {

    public static final String URL = "connection.url";
    public static final String USER = "connection.user";
    public static final String PASSWORD = "connection.password";
    private static final String PREFIX = "connection.";

    private ConnectionOptions() {}

    public static void define(OptionDefinitions definitions) {
        definitions.add(
                URL,
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                Validators.checked("a jdbc:mariadb: or jdbc:mysql: URL", DatabaseUrl::parse),
                "The address of the database. Credentials belong in connection.user and connection.password; those in the URL"
                        + " are used, but every client of the worker can read them.");
        definitions.add(USER, Type.STRING, null, null, "The user name for the database.");
        definitions.add(
                PASSWORD,
                Type.PASSWORD,
                null,
                null,
                "The password for the database. Refer to it through a config provider.");
    }

    /**
     * @param options all options, among them settings of the driver, which may stand beside the URL
     * @param more further settings of the driver
     * @param timeZone the time zone in which the server reads times
     * @throws ConfigException if URL and settings do not fit together
     */
    public static DatabaseConfig parse(
            AbstractConfig parsed, Map<String, String> options, Map<String, String> more, ZoneId timeZone) {
        Map<String, String> settings = driverSettings(parsed, options);
        settings.putAll(more);
        try {
            DatabaseUrl url = DatabaseUrl.parse(parsed.getString(URL), settings);
            String user = parsed.getString(USER);
            Password password = parsed.getPassword(PASSWORD);
            return new DatabaseConfig(
                    url, user == null ? url.user() : user, password == null ? url.password() : password, timeZone);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(URL + " " + e.getMessage());
        }
    }

    private static Map<String, String> driverSettings(AbstractConfig parsed, Map<String, String> options) {
        Set<String> defined = parsed.values().keySet();
        Map<String, String> settings = new HashMap<>();
        options.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !defined.contains(name)) {
                settings.put(name.substring(PREFIX.length()), value);
            }
        });
        return settings;
    }
}
