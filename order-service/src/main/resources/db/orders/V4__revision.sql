-- The place of the status in an order's life orders the states of a row, whatever partition, topic or cluster a record comes
-- from. The offset in the topic does not: it starts again in another partition or topic. A record with a revision that does
-- not belong to its status would keep the newer states away.
ALTER TABLE orders
    ADD COLUMN revision tinyint NOT NULL DEFAULT 0;

UPDATE orders
SET revision = CASE status WHEN 'PENDING' THEN 0 WHEN 'CONFIRMED' THEN 1 WHEN 'CANCELLING' THEN 2 ELSE 3 END;

ALTER TABLE orders
    ALTER COLUMN revision DROP DEFAULT,
    DROP COLUMN kafka_offset,
    ADD CONSTRAINT revision_of_the_status CHECK (
        revision = CASE status WHEN 'PENDING' THEN 0 WHEN 'CONFIRMED' THEN 1 WHEN 'CANCELLING' THEN 2 ELSE 3 END);
