/** Tokens: who sends a request, what this caller may do, and how a refusal is answered. */
@NullMarked
package io.ordersync.service.security;

import org.jspecify.annotations.NullMarked;
