package io.ordersync.stack.lifecycle;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.Launch;
import java.io.File;
import java.io.IOException;

/** A part that is executed as a process of this machine. */
public abstract class ServerProcess extends SupervisedPart {

    private final ProcessExecution process;

    protected ServerProcess(String name, StackFolders folders) {
        super(name, folders);
        this.process = new ProcessExecution(name, folders, this::launch);
    }

    /** Writes the files that the server reads and returns its command. */
    protected abstract Launch launch() throws IOException, InterruptedException;

    @Override
    protected final Execution execution() {
        return process;
    }

    /** Runs a preparing program to its end; {@link #launch()} may call it. */
    protected final void runHelper(Launch launch, File input) throws IOException, InterruptedException {
        process.runHelper(launch, input);
    }
}
