package io.ordersync.service.problem;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A kind of problem that a client can tell by its {@code type} (RFC 9457); a service keeps its own ones in an enum, and
 * each has its section in {@code docs/problems.md}.
 */
public interface ProblemType {

    /** The constant's name, which becomes the section's: {@code ORDER_NOT_FOUND} is {@code order-not-found}. */
    String name();

    HttpStatus status();

    /** The same words in every occurrence (RFC 9457, section 3.1.3). */
    String title();

    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A relative reference (RFC 9457, section 3.1.1): the service that answered also serves the page. */
    default URI uri() {
        return URI.create(ProblemPage.PATH + "#" + slug());
    }

    /**
     * An occurrence of this problem.
     *
     * @param detail a sentence for the client, without a word about the inside
     */
    default Problem because(String detail) {
        return new Problem(this, detail, Map.of(), null);
    }
}
