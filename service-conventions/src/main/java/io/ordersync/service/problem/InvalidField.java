package io.ordersync.service.problem;

import java.util.Comparator;

/**
 * An error in one field or parameter of a request.
 *
 * @param field its path, such as {@code lines[2].qty}, or the name of the parameter or header
 * @param message what the value must be; continues a sentence that begins with the name
 */
public record InvalidField(String field, String message) implements Comparable<InvalidField> {

    @Override
    public int compareTo(InvalidField other) {
        return Comparator.comparing(InvalidField::field)
                .thenComparing(InvalidField::message)
                .compare(this, other);
    }
}
