-- The position of orders-sink: the sink moves it in the transaction that writes the rows. Every record of a partition below
-- next_offset is in the table orders or among the dead letters. A partition without a row is at position 0. The topic's id
-- tells a topic that was deleted and created again from the one before it.
CREATE TABLE orders_sink_offset (
    connector       varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    topic           varchar(249) CHARACTER SET ascii COLLATE ascii_bin     NOT NULL,
    topic_partition int                                                    NOT NULL,
    topic_id        char(22) CHARACTER SET ascii COLLATE ascii_bin,
    next_offset     bigint                                                 NOT NULL,
    PRIMARY KEY (connector, topic, topic_partition)
) ENGINE = InnoDB;
