package io.ordersync.service.problem;

import java.util.List;
import org.springframework.web.bind.ServletRequestBindingException;

/** Parameters that take one value were given several. */
public class DuplicateParameters extends ServletRequestBindingException {

    private static final long serialVersionUID = 1L;

    private final List<String> names;

    public DuplicateParameters(List<String> names) {
        super("Given twice: " + names);
        this.names = names;
    }

    public List<String> names() {
        return names;
    }
}
