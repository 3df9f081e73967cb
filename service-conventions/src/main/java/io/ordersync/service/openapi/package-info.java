/** Adds the problems and the title of a service to its OpenAPI document. */
@NullMarked
package io.ordersync.service.openapi;

import org.jspecify.annotations.NullMarked;
