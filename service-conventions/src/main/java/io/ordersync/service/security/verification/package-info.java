/** The verification of tokens: each token once, with keys that their issuer is asked for once in a while. */
@NullMarked
package io.ordersync.service.security.verification;

import org.jspecify.annotations.NullMarked;
