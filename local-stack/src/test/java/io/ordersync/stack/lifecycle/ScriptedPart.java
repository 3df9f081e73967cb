package io.ordersync.stack.lifecycle;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part whose server is a shell script; it is ready when the script has made the file {@code ready}. */
final class ScriptedPart extends ServerProcess {

    private final StackFolders folders;
    private final String script;
    private final List<Part> needed;

    ScriptedPart(String name, StackFolders folders, String script, Part... needed) {
        super(name, folders);
        this.folders = folders;
        this.script = script;
        this.needed = List.of(needed);
    }

    @Override
    protected List<Part> neededParts() {
        return needed;
    }

    static String ready(String then) {
        return "touch ready; " + then;
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(folders.home());
        Files.deleteIfExists(readyFile());
        return Launch.of(List.of("/bin/sh", "-c", script), folders.home());
    }

    @Override
    public void probe() throws IOException {
        if (Files.notExists(readyFile())) {
            throw new IOException("the file ready is missing");
        }
    }

    private Path readyFile() {
        return folders.home().resolve("ready");
    }
}
