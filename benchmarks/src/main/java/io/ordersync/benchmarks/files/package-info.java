/** The folders of this module. */
@NullMarked
package io.ordersync.benchmarks.files;

import org.jspecify.annotations.NullMarked;
