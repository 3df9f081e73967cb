package io.ordersync.setup.token;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 30m}, {@code 12h} or {@code 7d}. */
final class ValidityConverter implements ITypeConverter<Duration> {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern TIME = Pattern.compile("(\\d{1,8})([smhd])");

    @Override
    public Duration convert(String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            throw new TypeConversionException("'%s' is no time such as 30m, 12h or 7d".formatted(value));
        }
        Duration validity = Duration.of(Long.parseLong(time.group(1)), unit(time.group(2)));
        if (validity.isZero() || validity.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("the time must be from 1s to %dd".formatted(LONGEST.toDays()));
        }
        return validity;
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }
}
