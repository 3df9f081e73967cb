package io.ordersync.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the files of each package. */
final class PackageSize extends ArchCondition<JavaClass> {

    private final int most;
    private final List<String> exceptions;
    private final Map<String, Integer> files = new HashMap<>();

    PackageSize(int most, String... exceptions) {
        super("share their package with at most %d others", most - 1);
        this.most = most;
        this.exceptions = List.of(exceptions);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
            files.merge(type.getPackageName(), 1, Integer::sum);
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        files.forEach((name, count) -> events.add(new SimpleConditionEvent(
                name, count <= most || exceptions.contains(name), "%s holds %d files".formatted(name, count))));
    }
}
