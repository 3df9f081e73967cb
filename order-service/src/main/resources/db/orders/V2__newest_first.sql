-- Newest first by the time of the order: an id made from an idempotency key does not tell it. The id makes the order total.
ALTER TABLE orders
    DROP KEY orders_of_user,
    ADD KEY orders_of_user (user_id, created_at, order_id);
