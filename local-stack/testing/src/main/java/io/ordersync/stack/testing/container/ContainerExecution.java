package io.ordersync.stack.testing.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.WaitResponse;
import io.ordersync.stack.lifecycle.Execution;
import io.ordersync.stack.lifecycle.PartFailed;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.process.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A container that keeps its data and its port on this machine when it is started again. */
final class ContainerExecution implements Execution {

    private static final int GRACE_SECONDS = 20;
    private static final int EXIT_TIMEOUT_SECONDS = 40;

    private final String name;
    private final LogFile log;
    private final int port;
    private final int portOnThisMachine;
    private final Recipe recipe;
    private final DockerClient docker = DockerClientFactory.lazyClient();

    private volatile @Nullable GenericContainer<?> container;
    private volatile @Nullable CompletableFuture<Integer> exit;
    private volatile boolean stoppedForGood;

    /** Makes the container, without its port on this machine. */
    interface Recipe {
        GenericContainer<?> container() throws IOException;
    }

    ContainerExecution(String name, Path log, int port, int portOnThisMachine, Recipe recipe) {
        this.name = name;
        this.log = new LogFile(log);
        this.port = port;
        this.portOnThisMachine = portOnThisMachine;
        this.recipe = recipe;
    }

    @Override
    public synchronized void start() throws IOException {
        if (stoppedForGood) {
            throw PartFailed.because(name, "the stack is being stopped");
        }
        try {
            if (container == null) {
                startFirst();
            } else {
                docker.startContainerCmd(id()).exec();
            }
            exit = watched();
            ContainerLog.follow(docker, id(), log.path());
        } catch (ContainerLaunchException | DockerException e) {
            throw PartFailed.because(name, e);
        }
    }

    @Override
    public void stop() {
        end(() -> docker.stopContainerCmd(id()).withTimeout(GRACE_SECONDS).exec());
    }

    @Override
    public void kill() {
        end(() -> docker.killContainerCmd(id()).exec());
    }

    @Override
    public void freeze() {
        if (!isFrozen()) {
            docker.pauseContainerCmd(id()).exec();
        }
    }

    @Override
    public void thaw() {
        if (isFrozen()) {
            docker.unpauseContainerCmd(id()).exec();
        }
    }

    private boolean isFrozen() {
        return Boolean.TRUE.equals(state().getPaused());
    }

    @Override
    public void stopForGood() {
        stoppedForGood = true;
        stop();
        remove();
    }

    @Override
    public boolean isAlive() {
        return container != null && Boolean.TRUE.equals(state().getRunning());
    }

    @Override
    public long pid() {
        return state().getPidLong();
    }

    @Override
    public CompletableFuture<Integer> exit() {
        if (exit == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return exit;
    }

    private void startFirst() throws IOException {
        log.rotate();
        GenericContainer<?> fresh = recipe.container();
        fresh.addExposedPort(port);
        fresh.withCreateContainerCmdModifier(command -> command.getHostConfig()
                .withPortBindings(new PortBinding(
                        com.github.dockerjava.api.model.Ports.Binding.bindIpAndPort(Ports.HOST, portOnThisMachine),
                        new ExposedPort(port))));
        fresh.setWaitStrategy(new NoWait());
        container = fresh;
        fresh.start();
    }

    private CompletableFuture<Integer> watched() {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        docker.waitContainerCmd(id()).exec(new ResultCallback.Adapter<WaitResponse>() {
            @Override
            public void onNext(WaitResponse response) {
                ended.complete(response.getStatusCode());
            }
        });
        return ended;
    }

    private void end(Runnable command) {
        if (isAlive()) {
            if (Boolean.TRUE.equals(state().getPaused())) {
                thaw(); // a paused container receives no signal
            }
            command.run();
            exit().orTimeout(EXIT_TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private synchronized void remove() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    private String id() {
        return container.getContainerId();
    }

    private ContainerState state() {
        return docker.inspectContainerCmd(id()).exec().getState();
    }

    /** Does not wait: the part asks the server itself. */
    private static final class NoWait extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {}
    }
}
