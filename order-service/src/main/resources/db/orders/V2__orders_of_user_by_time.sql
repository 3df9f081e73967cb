-- Newest first goes by the time an order was made, since an id that was made from an idempotency key tells none. The sink
-- goes on writing meanwhile.
ALTER TABLE orders
    ADD KEY orders_of_user_by_time (user_id, created_at, order_id),
    DROP KEY orders_of_user,
    ALGORITHM = INPLACE, LOCK = NONE;
