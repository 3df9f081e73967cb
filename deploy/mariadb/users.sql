-- The example of a table of another team, which is captured and polled.
-- Runs after logins.sql, and may be executed any number of times.

-- In the binary log, unlike logins: Debezium fails on a server whose binary log has never had a transaction.
SET SESSION sql_log_bin = 1;

-- pwd holds a hash, never a password.
CREATE TABLE IF NOT EXISTS mydb.users (
    id         int          NOT NULL AUTO_INCREMENT,
    user_id    varchar(64)  NOT NULL,
    pwd        varchar(255) NOT NULL,
    name       varchar(100),
    created_at datetime     NOT NULL DEFAULT current_timestamp(),
    PRIMARY KEY (id)
) DEFAULT CHARACTER SET utf8mb4;

SET SESSION sql_log_bin = 0;
