package io.ordersync.service.problem.mvc;

import io.ordersync.service.problem.ProblemType;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the page as Markdown. As a static resource it would have no content type, since Spring does not know {@code .md}. */
@Hidden
@RestController
public class ProblemPageController {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    @GetMapping(ProblemType.PAGE)
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok().contentType(MARKDOWN).body(new ClassPathResource("static" + ProblemType.PAGE));
    }
}
