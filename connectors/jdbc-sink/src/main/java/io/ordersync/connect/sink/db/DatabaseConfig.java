package io.ordersync.connect.sink.db;

import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The address of the database and the credentials to connect with. */
public record DatabaseConfig(
        DatabaseUrl url, @Nullable String user, @Nullable Password password) {}
