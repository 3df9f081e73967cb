-- Whoever owns a table says who may do what with it. MariaDB grants rights on a table only once it exists.
GRANT SELECT, INSERT, UPDATE ON catalog TO catalog_service;
GRANT SELECT, INSERT, UPDATE ON stock_reservation TO catalog_service;
