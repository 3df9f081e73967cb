package io.ordersync.connect.database;

import java.time.ZoneId;
import java.util.Properties;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The address of the database and the credentials to connect with.
 *
 * @param timeZone the time zone in which the server reads times
 */
public record DatabaseConfig(
        DatabaseUrl url, @Nullable String user, @Nullable Password password, ZoneId timeZone) {

    /** Returns everything that the driver needs beside the URL. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.putAll(url.settings());
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password.value());
        }
        return properties;
    }
}
