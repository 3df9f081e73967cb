-- The database of the system and its logins: one per job, each with the least that its job needs.
-- Every ${..._PASSWORD} is filled in before MariaDB reads this file. It may be executed any number of times.
-- Rights on single tables are granted by the migrations of the service that owns the table, as `migrator`.

-- Logins and passwords stay out of the binary log, because readers of the log do not need them.
SET SESSION sql_log_bin = 0;

CREATE DATABASE IF NOT EXISTS mydb CHARACTER SET utf8mb4;

-- order-service: reads the table orders.
CREATE USER IF NOT EXISTS 'order_service'@'%' IDENTIFIED BY '${ORDER_SERVICE_PASSWORD}';
ALTER USER 'order_service'@'%' IDENTIFIED BY '${ORDER_SERVICE_PASSWORD}';

-- catalog-service: reads and writes the tables catalog and stock_reservation.
CREATE USER IF NOT EXISTS 'catalog_service'@'%' IDENTIFIED BY '${CATALOG_SERVICE_PASSWORD}';
ALTER USER 'catalog_service'@'%' IDENTIFIED BY '${CATALOG_SERVICE_PASSWORD}';

-- The Connect sink: the only writer of the table orders.
CREATE USER IF NOT EXISTS 'orders_sink'@'%' IDENTIFIED BY '${ORDERS_SINK_PASSWORD}';
ALTER USER 'orders_sink'@'%' IDENTIFIED BY '${ORDERS_SINK_PASSWORD}';
-- Temporary tables are seen by their session alone. The right can only be granted on a whole database.
GRANT CREATE TEMPORARY TABLES ON mydb.* TO 'orders_sink'@'%';

-- Change data capture: follows the binary log, and reads the captured tables once for its snapshot. A right on a table
-- that does not exist yet can only be granted together with CREATE, which is taken away again: were it granted by the
-- table's migration, a snapshot just before would take the new table for one that is not there.
CREATE USER IF NOT EXISTS 'cdc'@'%' IDENTIFIED BY '${CDC_PASSWORD}';
ALTER USER 'cdc'@'%' IDENTIFIED BY '${CDC_PASSWORD}';
GRANT RELOAD, SHOW DATABASES, REPLICATION SLAVE, BINLOG MONITOR ON *.* TO 'cdc'@'%';
GRANT SELECT, CREATE ON mydb.orders TO 'cdc'@'%';
GRANT SELECT, CREATE ON mydb.users TO 'cdc'@'%';
REVOKE CREATE ON mydb.orders FROM 'cdc'@'%';
REVOKE CREATE ON mydb.users FROM 'cdc'@'%';

-- Migrations: makes and changes tables, and grants the services what they may do with them.
CREATE USER IF NOT EXISTS 'migrator'@'%' IDENTIFIED BY '${MIGRATOR_PASSWORD}';
ALTER USER 'migrator'@'%' IDENTIFIED BY '${MIGRATOR_PASSWORD}';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, TRIGGER, CREATE VIEW, SHOW VIEW,
    LOCK TABLES, CREATE TEMPORARY TABLES ON mydb.* TO 'migrator'@'%' WITH GRANT OPTION;
