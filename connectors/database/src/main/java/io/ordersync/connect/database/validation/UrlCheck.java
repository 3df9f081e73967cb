package io.ordersync.connect.database.validation;

import io.ordersync.connect.database.DatabaseConfig;
import io.ordersync.connect.database.DatabaseUrl;
import io.ordersync.connect.database.options.ConnectionOptions;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Checks the URL of the database together with the other options of the connection. */
public final class UrlCheck {

    private UrlCheck() {}

    /** @param connector the kind of connector that chooses settings of the driver: sink or source */
    public static void check(DatabaseConfig database, Validation validation, String connector) {
        DatabaseUrl url = database.url();
        if ((url.user() != null && !url.user().equals(database.user()))
                || (url.password() != null && !url.password().equals(database.password()))) {
            validation.reject(
                    ConnectionOptions.URL,
                    "contains other credentials than connection.user and connection.password: remove them from the URL");
        }
        if (url.user() != null || url.password() != null) {
            validation.warn(
                    ConnectionOptions.URL,
                    "connection.url contains credentials, which every client of the worker can read."
                            + " Put them in connection.user and connection.password.");
        }
        if (!url.unused().isEmpty()) {
            validation.warn(
                    ConnectionOptions.URL,
                    "Settings in connection.url have no effect: %s. MariaDB's driver does not have them, or the %s chooses their values."
                            .formatted(String.join(", ", url.unused()), connector));
        }
    }

    /** The answer to a validation contains the values of the options. A URL with more than hosts may hold a secret. */
    static void hideSecrets(ConfigValue url) {
        if (url.value() instanceof String text) {
            url.value(withoutSecrets(text));
        }
    }

    private static @Nullable String withoutSecrets(String text) {
        try {
            String shown = DatabaseUrl.parse(text).toString();
            return text.matches("jdbc:\\w+://[\\w.:,-]+(/[\\w-]*)?") ? text : shown;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
