package io.ordersync.stack.connect;

import io.ordersync.connect.client.TokenFile;
import io.ordersync.setup.files.PrivateFile;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.PasswordScript;
import io.ordersync.stack.files.StackFolders;
import java.io.IOException;
import java.nio.file.Files;

/** The token that the worker of a stack demands, made at random before its first start, in a file that only its owner reads. */
public record WorkerToken(StackFolders folders) {

    /** The file for worker and clients; {@link #makeIfMissing} makes it. */
    public TokenFile file() {
        return new TokenFile(folders.data().resolve("connect.token"));
    }

    /** Called by all parts that need the file, which start at the same time. */
    public static synchronized TokenFile makeIfMissing(StackFolders folders, Checkout checkout) throws IOException {
        TokenFile token = new WorkerToken(folders).file();
        if (Files.notExists(token.path())) {
            String made = new PasswordScript(checkout.deployment("make-password.sh")).newPassword();
            PrivateFile.write(token.path(), made + "\n");
        }
        return token;
    }
}
