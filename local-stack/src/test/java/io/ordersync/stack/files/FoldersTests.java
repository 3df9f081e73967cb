package io.ordersync.stack.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTests {

    @TempDir
    private Path parent;

    @Test
    void nobodyElseEntersAPrivateFolder() throws IOException {
        Folders.makePrivate(parent.resolve("new/folder"));

        assertThat(permissions(parent.resolve("new/folder"))).isEqualTo("rwx------");
    }

    @Test
    void aFolderOfAnEarlierVersionBecomesPrivate() throws IOException {
        Path old = Files.createDirectory(parent.resolve("old"));
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(old.resolve("file"), "kept");

        Folders.makePrivate(old);

        assertThat(permissions(old)).isEqualTo("rwx------");
        assertThat(old.resolve("file")).hasContent("kept");
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
