package io.ordersync.connect.database.validation;

/**
 * What the database says about a configuration.
 *
 * @param option the option that it concerns
 * @param isError whether the configuration cannot work; a warning does not refuse it
 * @param message an error continues the name of the option; a warning is a sentence
 */
public record Finding(String option, boolean isError, String message) {

    public static Finding error(String option, String message) {
        return new Finding(option, true, message);
    }

    public static Finding warning(String option, String sentence) {
        return new Finding(option, false, sentence);
    }
}
