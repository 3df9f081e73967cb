package io.ordersync.service.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** A problem of the type {@code about:blank}, which has no meaning beyond its status (RFC 9457, section 4.2.1). */
public record UntypedProblem(HttpStatus status) implements ProblemType {

    private static final URI ABOUT_BLANK = URI.create("about:blank");

    public static Problem of(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        UntypedProblem type = new UntypedProblem(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
        return type.because(type.example().detail());
    }

    @Override
    public String name() {
        return status.name();
    }

    @Override
    public String title() {
        return status.getReasonPhrase();
    }

    @Override
    public ProblemExample example() {
        return ProblemExample.of("The request was answered with status " + status.value() + ".", null);
    }

    @Override
    public URI uri() {
        return ABOUT_BLANK;
    }
}
