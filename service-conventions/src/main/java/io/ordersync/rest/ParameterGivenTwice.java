package io.ordersync.rest;

import java.util.List;
import org.springframework.web.bind.ServletRequestBindingException;

/** Parameters that take one value were given several. */
class ParameterGivenTwice extends ServletRequestBindingException {

    private static final long serialVersionUID = 1L;

    private final List<String> names;

    ParameterGivenTwice(List<String> names) {
        super("Given twice: " + names);
        this.names = names;
    }

    List<String> names() {
        return names;
    }
}
