-- Change data capture: the replica of orders, the positions of the sinks, and who may do what with them.
-- Runs after users.sql, with every ${..._PASSWORD} filled in, and may be executed any number of times.

-- In the binary log, unlike logins.
SET SESSION sql_log_bin = 1;

CREATE DATABASE IF NOT EXISTS marketing CHARACTER SET utf8mb4;

-- The replica of mydb.orders, written by marketing-sink alone. The primary key is the only unique index, since an upsert
-- fires on any. One index for each way to ask for the newest orders; the two with a status also hold what the summary
-- adds up.
CREATE TABLE IF NOT EXISTS marketing.SYNC_ORDER_TABLE (
    order_id     uuid        NOT NULL,
    user_id      varchar(64) NOT NULL,
    product_id   varchar(64) NOT NULL,
    qty          int         NOT NULL,
    unit_price   int         NOT NULL,
    total_price  int         NOT NULL,
    status       varchar(16) NOT NULL,
    reason       varchar(64),
    created_at   datetime(3) NOT NULL,
    updated_at   datetime(3) NOT NULL,
    PRIMARY KEY (order_id),
    KEY newest (created_at, order_id),
    KEY newest_of_product (product_id, created_at, order_id),
    KEY newest_in_status (status, created_at, order_id, product_id, qty, total_price),
    KEY newest_of_product_in_status (product_id, status, created_at, order_id, qty, total_price)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The sink has no use for the column any more, which earlier versions made.
ALTER TABLE marketing.SYNC_ORDER_TABLE DROP COLUMN IF EXISTS kafka_offset;

-- The positions of the two sinks. Each sink moves its position in the transaction that writes the rows.
CREATE TABLE IF NOT EXISTS mydb.users_sink_offset (
    connector       varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    topic           varchar(249) CHARACTER SET ascii COLLATE ascii_bin     NOT NULL,
    topic_partition int                                                    NOT NULL,
    topic_id        char(22) CHARACTER SET ascii COLLATE ascii_bin,
    next_offset     bigint                                                 NOT NULL,
    PRIMARY KEY (connector, topic, topic_partition)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS marketing.marketing_sink_offset (
    connector       varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    topic           varchar(249) CHARACTER SET ascii COLLATE ascii_bin     NOT NULL,
    topic_partition int                                                    NOT NULL,
    topic_id        char(22) CHARACTER SET ascii COLLATE ascii_bin,
    next_offset     bigint                                                 NOT NULL,
    PRIMARY KEY (connector, topic, topic_partition)
) ENGINE = InnoDB;

-- Kept out of the binary log, as all logins are.
SET SESSION sql_log_bin = 0;

-- The sink of users: makes the replica SYNC_USER_TABLE, widens it and keeps it up to date.
CREATE USER IF NOT EXISTS 'users_sink'@'%' IDENTIFIED BY '${USERS_SINK_PASSWORD}';
ALTER USER 'users_sink'@'%' IDENTIFIED BY '${USERS_SINK_PASSWORD}';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON mydb.SYNC_USER_TABLE TO 'users_sink'@'%';
GRANT CREATE TEMPORARY TABLES ON mydb.* TO 'users_sink'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON mydb.users_sink_offset TO 'users_sink'@'%';
-- Earlier versions named the replica my_topic_users. A right that is not there can only be taken away after it was granted.
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON mydb.my_topic_users TO 'users_sink'@'%';
REVOKE SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON mydb.my_topic_users FROM 'users_sink'@'%';

-- The sink of the orders' replica: widens it and keeps it up to date.
CREATE USER IF NOT EXISTS 'marketing_sink'@'%' IDENTIFIED BY '${MARKETING_SINK_PASSWORD}';
ALTER USER 'marketing_sink'@'%' IDENTIFIED BY '${MARKETING_SINK_PASSWORD}';
GRANT SELECT, INSERT, UPDATE, DELETE, ALTER ON marketing.SYNC_ORDER_TABLE TO 'marketing_sink'@'%';
GRANT CREATE TEMPORARY TABLES ON marketing.* TO 'marketing_sink'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON marketing.marketing_sink_offset TO 'marketing_sink'@'%';

-- marketing-service: reads the replica and nothing else.
CREATE USER IF NOT EXISTS 'marketing_service'@'%' IDENTIFIED BY '${MARKETING_SERVICE_PASSWORD}';
ALTER USER 'marketing_service'@'%' IDENTIFIED BY '${MARKETING_SERVICE_PASSWORD}';
GRANT SELECT ON marketing.SYNC_ORDER_TABLE TO 'marketing_service'@'%';
