INSERT IGNORE INTO catalog (product_id, name, unit_price, stock) VALUES
    ('CATALOG-001', 'Berlin', 1500, 100),
    ('CATALOG-002', 'Tokyo', 1000, 110),
    ('CATALOG-003', 'Stockholm', 2000, 120);
