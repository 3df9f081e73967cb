package io.ordersync.order.web.caller;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A user's id that is not blank. It may be missing where a token names the user: see {@link UserIdValidator}. */
@Constraint(validatedBy = UserIdValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface UserId {

    String message() default "must not be blank";

    /** The message for an id that is missing. */
    String missing();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
