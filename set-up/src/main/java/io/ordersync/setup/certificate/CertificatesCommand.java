package io.ordersync.setup.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the certificates of a system in containers, at each start. */
@Command(
        name = "certificates",
        hidden = true,
        description = "Make the certificates that are missing or that end within 30 days.")
public final class CertificatesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "The folder with the certificates.")
    private Path folder;

    @Option(names = "--renew", description = "Make new keys and certificates for all servers.")
    private boolean renew;

    @Override
    public Integer call() throws IOException {
        Certificates certificates = new Certificates(folder);
        certificates.provide(ServerKind.values());
        if (renew) {
            certificates.renew();
        }
        return 0;
    }
}
