/** The rules that the code of every module keeps. */
@NullMarked
package io.ordersync.architecture;

import org.jspecify.annotations.NullMarked;
