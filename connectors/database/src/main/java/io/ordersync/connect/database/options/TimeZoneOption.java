package io.ordersync.connect.database.options;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** An option that names a time zone. */
public final class TimeZoneOption {

    public static final Validator VALID = Validators.checked("a time zone", TimeZoneOption::parse);

    private TimeZoneOption() {}

    /** @throws IllegalArgumentException if there is no such time zone */
    public static ZoneId parse(String name) {
        try {
            return ZoneId.of(name, ZoneId.SHORT_IDS).normalized();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time zone, such as UTC, Asia/Seoul or +09:00", e);
        }
    }
}
