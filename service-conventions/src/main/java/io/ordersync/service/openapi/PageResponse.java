package io.ordersync.service.openapi;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/** Describes a response with one page and a {@code Link} to the next page. */
@ApiResponse(
        responseCode = "200",
        useReturnTypeSchema = true,
        headers =
                @Header(
                        name = "Link",
                        description = "The next page, if this page is full (RFC 8288, rel=\"next\")",
                        schema = @Schema(type = "string")))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PageResponse {

    /** The description of the page, such as "A page of orders". */
    @AliasFor(annotation = ApiResponse.class, attribute = "description")
    String value();
}
