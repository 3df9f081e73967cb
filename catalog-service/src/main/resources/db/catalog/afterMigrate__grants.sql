-- The service that owns a table grants the rights on it. MariaDB grants rights on existing tables only.
GRANT SELECT, INSERT, UPDATE ON catalog TO catalog_service;
GRANT SELECT, INSERT, UPDATE ON stock_reservation TO catalog_service;
