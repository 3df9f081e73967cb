/** How MariaDB is found, installed and given its logins. */
@NullMarked
package io.ordersync.stack.mariadb;

import org.jspecify.annotations.NullMarked;
