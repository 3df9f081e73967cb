/** Conventions of every service: strict JSON, limited requests, and every error as Problem Details. */
@NullMarked
package io.ordersync.service;

import org.jspecify.annotations.NullMarked;
