-- Ids compare by their bytes: catalog-001 is not CATALOG-001.
CREATE TABLE catalog (
    product_id varchar(64)  NOT NULL,
    name       varchar(255) NOT NULL,
    unit_price int          NOT NULL CHECK (unit_price >= 1),
    stock      bigint       NOT NULL CHECK (stock >= 0),
    PRIMARY KEY (product_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Every decided order with its outcome, written in the transaction that moves the stock. Whatever is delivered again is
-- answered from here.
CREATE TABLE stock_reservation (
    order_id    uuid        NOT NULL,
    user_id     varchar(64) NOT NULL,
    product_id  varchar(64) NOT NULL,
    qty         int         NOT NULL,
    unit_price  int         NOT NULL,
    total_price int         NOT NULL,
    status      varchar(16) NOT NULL,
    reason      varchar(64),
    created_at  datetime(3) NOT NULL,
    updated_at  datetime(3) NOT NULL,
    PRIMARY KEY (order_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
