package io.ordersync.connect.database.validation;

import io.ordersync.connect.database.options.ConnectionOptions;
import io.ordersync.connect.database.options.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The options of a configuration with what is wrong with each. */
public final class Validation {

    private static final Logger log = LoggerFactory.getLogger(Validation.class);

    private final Map<String, ConfigValue> values;
    private final Map<String, String> origins;
    private final Set<String> warnings = new TreeSet<>();

    /** Checks each option alone. */
    public Validation(ConfigDef definitions, Translation translation) {
        this.values = definitions.validateAll(translation.options());
        this.origins = translation.origins();
        translation.errors().forEach(this::reject);
        translation.notices().forEach(this::warn);
        UrlCheck.hideSecrets(values.get(ConnectionOptions.URL));
    }

    /** Checks options that depend on each other, unless one of them is invalid alone. */
    public void checkTogether(Runnable check) {
        if (!isValid()) {
            return;
        }
        try {
            check.run();
        } catch (ConfigException e) {
            values.get(ConnectionOptions.URL).addErrorMessage(e.getMessage());
        }
    }

    /** Returns the options with their errors, each under the name that the configuration uses. */
    public List<ConfigValue> values() {
        Map<String, ConfigValue> named = new LinkedHashMap<>();
        values.values().forEach(value -> named.put(value.name(), value));
        origins.forEach((option, origin) -> {
            ConfigValue value = named.get(option);
            if (value != null && !value.errorMessages().isEmpty()) {
                named.put(option, new ConfigValue(option));
                ConfigValue renamed = named.computeIfAbsent(origin, ConfigValue::new);
                value.errorMessages().forEach(error -> renamed.addErrorMessage(origin + " stands for " + error));
            }
        });
        return new ArrayList<>(named.values());
    }

    public boolean isValid() {
        return values.values().stream().allMatch(value -> value.errorMessages().isEmpty());
    }

    /** Returns a sentence for each option that works in another way than a reader of the configuration may expect. */
    public Set<String> warnings() {
        return warnings;
    }

    /** Adds an error to the option. */
    public void reject(String option, String why) {
        values.computeIfAbsent(option, ConfigValue::new).addErrorMessage(option + " " + why);
    }

    /** Adds the sentence to the answer to the validation, beside the values that the worker recommends. */
    public void warn(String option, String sentence) {
        warnings.add(sentence);
        ConfigValue value = values.computeIfAbsent(option, ConfigValue::new);
        List<Object> all = new ArrayList<>(value.recommendedValues());
        all.add(sentence);
        value.recommendedValues(all);
    }

    /** Adds what the database has answered. A warning is logged too. */
    public void add(Finding finding, String connector) {
        if (finding.isError()) {
            reject(finding.option(), finding.message());
        } else {
            log.warn("{}: {}", connector, finding.message());
            warn(finding.option(), finding.message());
        }
    }
}
