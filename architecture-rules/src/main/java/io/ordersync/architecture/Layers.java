package io.ordersync.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The packages of a module in the order in which they may use each other: a package uses those of lower layers only.
 * Packages of one layer do not know each other.
 */
public final class Layers {

    private final String root;
    private final List<List<String>> topFirst = new ArrayList<>();

    private Layers(String root) {
        this.root = root;
    }

    /** @param root the package that holds all packages of the module */
    public static Layers of(String root) {
        return new Layers(root);
    }

    /**
     * Adds a layer below those added before.
     *
     * @param packages names below the root, such as {@code "server"} or {@code "cli.status"}; the empty name is the root
     */
    public Layers below(String... packages) {
        topFirst.add(List.of(packages));
        return this;
    }

    /** The rule that every class is in one of the layers and uses lower layers only. */
    public ArchRule pointDown() {
        return classes().that().resideInAPackage(root + "..").should(new ArchCondition<>("use only lower layers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int layer = layerOf(type);
                events.add(new SimpleConditionEvent(type, layer >= 0, type.getName() + " is in no layer"));
                type.getDirectDependenciesFromSelf().forEach(use -> events.add(checkUse(use, layer)));
            }
        });
    }

    private SimpleConditionEvent checkUse(Dependency use, int layer) {
        JavaClass target = use.getTargetClass();
        boolean inside = (target.getPackageName() + ".").startsWith(root + ".");
        boolean same = target.getPackageName().equals(use.getOriginClass().getPackageName());
        return new SimpleConditionEvent(use, !inside || same || layerOf(target) > layer, use.getDescription());
    }

    private int layerOf(JavaClass type) {
        String name = type.getPackageName();
        String relative = name.equals(root) ? "" : name.substring(root.length() + 1);
        for (int layer = 0; layer < topFirst.size(); layer++) {
            if (topFirst.get(layer).contains(relative)) {
                return layer;
            }
        }
        return -1;
    }
}
