package io.ordersync.service.problem;

import java.util.List;
import org.springframework.web.bind.ServletRequestBindingException;

/** A request has several values for parameters that take one value. */
public class DuplicateParameters extends ServletRequestBindingException {

    private static final long serialVersionUID = 1L;

    private final List<String> names;

    public DuplicateParameters(List<String> names) {
        super("Duplicate parameters: " + names);
        this.names = names;
    }

    public List<String> names() {
        return names;
    }
}
