/** Reads constants of MariaDB's statements, because Debezium keeps some of them as they are written in SQL. */
@NullMarked
package io.ordersync.connect.debezium.ddl;

import org.jspecify.annotations.NullMarked;
