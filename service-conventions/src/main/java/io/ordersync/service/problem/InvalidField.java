package io.ordersync.service.problem;

import java.util.Comparator;

/**
 * What is wrong with one field or parameter of a request.
 *
 * @param field its path, such as {@code lines[2].qty}, or the name of the parameter or header
 * @param message what it must be, to be read after its name
 */
public record InvalidField(String field, String message) implements Comparable<InvalidField> {

    @Override
    public int compareTo(InvalidField other) {
        return Comparator.comparing(InvalidField::field)
                .thenComparing(InvalidField::message)
                .compare(this, other);
    }
}
