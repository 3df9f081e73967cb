package io.ordersync.stack.testing.container;

import io.ordersync.stack.files.Checkout;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;
import org.testcontainers.utility.DockerImageName;

/** The images of the servers: the same as those of the compose file. */
record Images(DockerImageName kafka, DockerImageName mariaDb) {

    static Images of(Checkout checkout) {
        Properties names = new Properties();
        try (Reader in = Files.newBufferedReader(checkout.imageNames())) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Images(
                name(names, "KAFKA_IMAGE"), name(names, "MARIADB_IMAGE").asCompatibleSubstituteFor("mariadb"));
    }

    private static DockerImageName name(Properties names, String key) {
        return DockerImageName.parse(names.getProperty(key));
    }
}
