/** Reads constants of MariaDB's statements, because Debezium keeps some of them as they are written in SQL. */
@NullMarked
package io.ordersync.connect.source.ddl;

import org.jspecify.annotations.NullMarked;
