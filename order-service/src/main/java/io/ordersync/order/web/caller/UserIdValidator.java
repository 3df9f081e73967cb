package io.ordersync.order.web.caller;

import io.ordersync.service.security.ServiceAccess;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Requires an id where no token names the user. */
class UserIdValidator implements ConstraintValidator<UserId, String> {

    private final ServiceAccess access;
    private String missing = "";

    UserIdValidator(ServiceAccess access) {
        this.access = access;
    }

    @Override
    public void initialize(UserId annotation) {
        missing = annotation.missing();
    }

    @Override
    public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
        if (id != null) {
            return !id.trim().isEmpty();
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(missing).addConstraintViolation();
        return !access.isOpen();
    }
}
