package io.ordersync.connect.database.options;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.jspecify.annotations.Nullable;

/** The options of a connector: name, type, default, valid values and meaning. */
public final class OptionDefinitions {

    private final ConfigDef definitions = new ConfigDef();

    /** @param defaultValue {@link ConfigDef#NO_DEFAULT_VALUE} if the option is required */
    public void add(
            String name,
            Type type,
            @Nullable Object defaultValue,
            @Nullable Validator validator,
            String documentation) {
        Importance importance = defaultValue == ConfigDef.NO_DEFAULT_VALUE ? Importance.HIGH : Importance.MEDIUM;
        definitions.define(name, type, defaultValue, validator, importance, documentation);
    }

    /** Returns the definitions as the worker reads them; options that are added later appear in them. */
    public ConfigDef toConfigDef() {
        return definitions;
    }
}
