package io.ordersync.connect.source.config;

import java.util.Locale;

/** Which type of a record a decimal column becomes. */
public enum NumericMapping {
    /** Connect's Decimal. */
    NONE,
    /** The smallest integer type, if the column has no decimal places and up to 18 digits. */
    PRECISION_ONLY,
    /** The same, and float64 for columns of up to 18 digits with decimal places. */
    BEST_FIT,
    /** The same, and float64 for every column with decimal places. */
    BEST_FIT_EAGER_DOUBLE;

    static final String[] OPTIONS = {"none", "precision_only", "best_fit", "best_fit_eager_double"};

    static NumericMapping of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT));
    }
}
