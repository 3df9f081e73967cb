package io.ordersync.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Whether anything outside a type's package refers to the type. */
final class UseByAnotherPackage extends ArchCondition<JavaClass> {

    UseByAnotherPackage() {
        super("be used by another package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean used = type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName()));
        events.add(new SimpleConditionEvent(
                type,
                used,
                "%s is public, and %s package uses it".formatted(type.getName(), used ? "another" : "no other")));
    }
}
