package io.ordersync.service.problem;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A kind of problem, which a client recognizes by its {@code type} (RFC 9457). Each service lists its own in an enum, and
 * {@code docs/problems.md} has a section for each.
 */
public interface ProblemType {

    /** The page that documents every type and that every service serves. */
    String PAGE = "/problems.md";

    /** The constant's name, which becomes the section's: {@code ORDER_NOT_FOUND} is {@code order-not-found}. */
    String name();

    HttpStatus status();

    /** The same words in every occurrence (RFC 9457, section 3.1.3). */
    String title();

    ProblemExample example();

    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A relative reference (RFC 9457, section 3.1.1): the service that answered also serves the page. */
    default URI uri() {
        return URI.create(PAGE + "#" + slug());
    }

    /**
     * An occurrence of this problem.
     *
     * @param detail a sentence for the client, without internals
     */
    default Problem because(String detail) {
        return new Problem(this, detail, Map.of(), null);
    }
}
