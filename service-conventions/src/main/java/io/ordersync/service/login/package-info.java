/** The address of the brokers and the login there, from the variables that many courses and charts use. */
@NullMarked
package io.ordersync.service.login;

import org.jspecify.annotations.NullMarked;
