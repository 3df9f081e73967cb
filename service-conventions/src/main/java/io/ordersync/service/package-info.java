/** How every service of this system speaks HTTP: strict JSON, bounded bodies, and every error as Problem Details. */
@NullMarked
package io.ordersync.service;

import org.jspecify.annotations.NullMarked;
