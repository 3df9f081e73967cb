/** The folders and files of a checkout and of a stack. */
@NullMarked
package io.ordersync.stack.files;

import org.jspecify.annotations.NullMarked;
