package io.ordersync.service.problem.mvc;

import io.ordersync.service.problem.ProblemPage;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the page; as a static resource it would be bytes of no type, for Spring knows no {@code .md}. */
@Hidden
@RestController
public class ProblemPageController {

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    @GetMapping(ProblemPage.PATH)
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok().contentType(MARKDOWN).body(new ClassPathResource("static" + ProblemPage.PATH));
    }
}
