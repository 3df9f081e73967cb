/** How files with secrets are written. */
@NullMarked
package io.ordersync.setup.files;

import org.jspecify.annotations.NullMarked;
