package io.ordersync.connect.database.options;

import java.util.List;

/** The options with which managed connectors of a cloud name the database. Ours have one URL. */
public final class AddressOptions {

    private static final String URL = "use connection.url, such as jdbc:mariadb://host:3306/database.";

    public static final List<PublishedOption> ALL = List.of(
            PublishedOption.refused("connection.host", URL),
            PublishedOption.refused("connection.port", URL),
            PublishedOption.refused("db.name", URL),
            PublishedOption.refused(
                    "ssl.mode", "use connection.url, such as jdbc:mariadb://host/db?sslMode=verify-full."));

    private AddressOptions() {}
}
