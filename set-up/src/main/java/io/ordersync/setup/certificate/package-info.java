/** The certificate authority of one system, and the certificates of its servers. */
@NullMarked
package io.ordersync.setup.certificate;

import org.jspecify.annotations.NullMarked;
