-- Whoever owns a table says who may do what with it. MariaDB grants rights on a table only once it exists.
GRANT SELECT ON orders TO order_service;
GRANT SELECT, INSERT, UPDATE, DELETE, ALTER ON orders TO orders_sink;
GRANT SELECT ON orders_sink_offset TO order_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON orders_sink_offset TO orders_sink;
