-- The view of the topic orders, written by the sink connector alone. The primary key is the only unique index, since an
-- upsert fires on any. Ids are time-ordered, so (user_id, order_id) also serves "newest first". Texts compare by their
-- bytes: user-1 and USER-1 are two users.
CREATE TABLE orders (
    order_id     uuid        NOT NULL,
    user_id      varchar(64) NOT NULL,
    product_id   varchar(64) NOT NULL,
    qty          int         NOT NULL,
    unit_price   int         NOT NULL,
    total_price  int         NOT NULL,
    status       varchar(16) NOT NULL
        CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLING', 'CANCELLED')),
    reason       varchar(64),
    created_at   datetime(3) NOT NULL,
    updated_at   datetime(3) NOT NULL,
    kafka_offset bigint,
    PRIMARY KEY (order_id),
    KEY orders_of_user (user_id, order_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
