package io.ordersync.connect.sink;

import org.jspecify.annotations.Nullable;

/** A table, in the connection's database unless another is named. */
record TableName(@Nullable String database, String name) {

    String quoted() {
        return database == null ? quote(name) : quote(database) + "." + quote(name);
    }

    static String quote(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    public String toString() {
        return database == null ? name : database + "." + name;
    }
}
