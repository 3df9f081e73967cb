-- Polling: the position of the sink, and who may do what.
-- Runs after users.sql, with every ${..._PASSWORD} filled in, and may be executed any number of times.

-- In the binary log, unlike logins.
SET SESSION sql_log_bin = 1;

-- The sink moves its position in the transaction that writes the rows.
CREATE TABLE IF NOT EXISTS mydb.polling_sink_offset (
    connector       varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    topic           varchar(249) CHARACTER SET ascii COLLATE ascii_bin     NOT NULL,
    topic_partition int                                                    NOT NULL,
    topic_id        char(22) CHARACTER SET ascii COLLATE ascii_bin,
    next_offset     bigint                                                 NOT NULL,
    PRIMARY KEY (connector, topic, topic_partition)
) ENGINE = InnoDB;

-- Kept out of the binary log, as all logins are.
SET SESSION sql_log_bin = 0;

-- The polling source: reads the polled table and nothing else.
CREATE USER IF NOT EXISTS 'polling'@'%' IDENTIFIED BY '${POLLING_PASSWORD}';
ALTER USER 'polling'@'%' IDENTIFIED BY '${POLLING_PASSWORD}';
GRANT SELECT ON mydb.users TO 'polling'@'%';

-- The sink of the polled rows: makes the table my_topic_users, widens it and keeps it up to date. It deletes nothing, since a
-- poll sees no delete.
CREATE USER IF NOT EXISTS 'polling_sink'@'%' IDENTIFIED BY '${POLLING_SINK_PASSWORD}';
ALTER USER 'polling_sink'@'%' IDENTIFIED BY '${POLLING_SINK_PASSWORD}';
GRANT SELECT, INSERT, UPDATE, CREATE, ALTER ON mydb.my_topic_users TO 'polling_sink'@'%';
GRANT CREATE TEMPORARY TABLES ON mydb.* TO 'polling_sink'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON mydb.polling_sink_offset TO 'polling_sink'@'%';
