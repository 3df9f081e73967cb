package io.ordersync.connect.keeper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that says which connector there shall be. */
record ConnectorFile(Path path) {

    String id() {
        return path.getFileName().toString();
    }

    /** @throws IOException if it cannot be read, or is not of the form {"name": …, "config": {…}}; quotes no values */
    ConnectorDefinition read() throws IOException {
        JsonNode json = Json.parse(Files.readAllBytes(path));
        if (!json.path("name").isTextual() || !(json.path("config") instanceof ObjectNode config)) {
            throw new IOException("the file must have a \"name\" and an object \"config\"");
        }
        return ConnectorDefinition.of(json.path("name").textValue(), config);
    }
}
