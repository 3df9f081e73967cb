package io.ordersync.catalog.web;

import io.ordersync.contract.OrderRecord;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A product id: 1 to 64 characters, as in an order. */
@NotBlank
@Size(max = OrderRecord.MAX_TEXT_LENGTH)
@Parameter(example = "CATALOG-001", description = "Upper and lower case are different")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface ProductId {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
