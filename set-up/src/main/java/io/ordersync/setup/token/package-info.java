/** The key that signs the tokens of REST, and the tokens. */
@NullMarked
package io.ordersync.setup.token;

import org.jspecify.annotations.NullMarked;
