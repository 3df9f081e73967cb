package io.ordersync.stack.cli.status;

import io.ordersync.stack.connect.BinlogPosition;
import io.ordersync.stack.server.MariaDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The files of the binary log of a server.
 *
 * @param sizes the bytes of each file, oldest first
 */
record BinaryLog(Map<String, Long> sizes) {

    static BinaryLog of(MariaDb mariaDb) throws SQLException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        try (Connection connection = mariaDb.connect("cdc");
                Statement statement = connection.createStatement();
                ResultSet files = statement.executeQuery("SHOW BINARY LOGS")) {
            while (files.next()) {
                sizes.put(files.getString(1), files.getLong(2));
            }
        }
        return new BinaryLog(sizes);
    }

    /** The number of bytes after a position, or nothing if the server has deleted its file. */
    OptionalLong bytesAfter(BinlogPosition position) {
        if (!sizes.containsKey(position.file())) {
            return OptionalLong.empty();
        }
        long bytes = -position.offset();
        boolean reached = false;
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            reached |= file.getKey().equals(position.file());
            bytes += reached ? file.getValue() : 0;
        }
        return OptionalLong.of(Math.max(0, bytes));
    }
}
