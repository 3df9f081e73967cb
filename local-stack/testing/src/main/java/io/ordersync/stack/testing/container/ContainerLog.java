package io.ordersync.stack.testing.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Writes what a container says from its start on into the log of its part. */
final class ContainerLog extends ResultCallback.Adapter<Frame> {

    private final Path file;

    private ContainerLog(Path file) {
        this.file = file;
    }

    static void follow(DockerClient docker, String container, Path file) {
        String started = docker.inspectContainerCmd(container).exec().getState().getStartedAt();
        docker.logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withFollowStream(true)
                .withSince((int) Instant.parse(started).getEpochSecond())
                .exec(new ContainerLog(file));
    }

    @Override
    public void onNext(Frame frame) {
        try {
            Files.write(file, frame.getPayload(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
