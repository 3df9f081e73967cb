package io.ordersync.order.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the header {@code Prefer} of an operation that can wait: see {@link WaitPreference}. */
@Parameter(
        name = "Prefer",
        in = ParameterIn.HEADER,
        description = "Seconds to wait for a final status (RFC 7240), at most 30: wait=5",
        schema = @Schema(type = "string"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface PreferHeader {}
