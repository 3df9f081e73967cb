package io.ordersync.connect.database;

import org.jspecify.annotations.Nullable;

/** The name of a table; without a database it means the database of the connection. */
public record TableName(@Nullable String database, String name) {

    public String quoted() {
        return database == null ? quote(name) : quote(database) + "." + quote(name);
    }

    public static String quote(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    public String toString() {
        return database == null ? name : database + "." + name;
    }
}
