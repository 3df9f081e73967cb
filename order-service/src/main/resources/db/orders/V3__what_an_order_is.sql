-- What catalog-service takes for an order, and nothing else: it puts a record aside that is none, and a row of it would be
-- PENDING for ever. Lengths are those of UTF-16, as Java counts. Such rows of the past are gone: their records are among
-- the dead letters, and with them the constraints could not be made.
DELETE FROM orders
WHERE LENGTH(CONVERT(user_id USING utf16)) NOT BETWEEN 2 AND 128
   OR LENGTH(CONVERT(product_id USING utf16)) NOT BETWEEN 2 AND 128
   OR LENGTH(CONVERT(reason USING utf16)) > 128
   OR qty NOT BETWEEN 1 AND 1000000
   OR unit_price < 1
   OR total_price <> qty * unit_price
   OR created_at < '1970-01-01'
   OR updated_at < '1970-01-01';

ALTER TABLE orders
    ADD CONSTRAINT user_id_of_1_to_64 CHECK (LENGTH(CONVERT(user_id USING utf16)) BETWEEN 2 AND 128),
    ADD CONSTRAINT product_id_of_1_to_64 CHECK (LENGTH(CONVERT(product_id USING utf16)) BETWEEN 2 AND 128),
    ADD CONSTRAINT reason_of_up_to_64 CHECK (LENGTH(CONVERT(reason USING utf16)) <= 128),
    ADD CONSTRAINT qty_in_bounds CHECK (qty BETWEEN 1 AND 1000000),
    ADD CONSTRAINT unit_price_in_bounds CHECK (unit_price >= 1),
    ADD CONSTRAINT total_price_is_their_product CHECK (total_price = qty * unit_price),
    ADD CONSTRAINT created_since_1970 CHECK (created_at >= '1970-01-01'),
    ADD CONSTRAINT updated_since_1970 CHECK (updated_at >= '1970-01-01');
