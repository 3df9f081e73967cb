package io.ordersync.connect.database.options;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Checks of single options. An error never quotes a value: a URL may hold a secret. */
public final class Validators {

    private Validators() {}

    public static Validator oneOf(String... values) {
        return checked(String.join(", ", values), value -> {
            if (!List.of(values).contains(value.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", values));
            }
        });
    }

    public static Validator checked(String description, Consumer<String> parser) {
        return validator(description, value -> parser.accept((String) value));
    }

    @SuppressWarnings("unchecked")
    public static Validator checkedList(String description, Consumer<List<String>> parser) {
        return validator(description, value -> parser.accept((List<String>) value));
    }

    /** A number that may be missing. */
    public static Validator atLeast(long smallest) {
        return validator("at least " + smallest, value -> {
            if ((Long) value < smallest) {
                throw new IllegalArgumentException("must be at least " + smallest);
            }
        });
    }

    private static Validator validator(String description, Consumer<Object> parser) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (value == null) {
                        return;
                    }
                    try {
                        parser.accept(value);
                    } catch (IllegalArgumentException e) {
                        throw new ConfigException(name + " " + e.getMessage());
                    }
                },
                () -> description);
    }
}
