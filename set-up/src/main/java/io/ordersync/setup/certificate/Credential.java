package io.ordersync.setup.certificate;

import io.ordersync.setup.files.PrivateFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A private key with its certificate.
 *
 * @param chain the certificate, followed by that of its authority unless the certificate is the authority's own
 */
record Credential(PrivateKey key, List<X509Certificate> chain) {

    static Credential read(Path folder) throws IOException {
        ServerCertificate files = ServerCertificate.in(folder);
        try {
            return new Credential(Pem.readKey(files.key()), Pem.readCertificates(files.certificate()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The key or the certificate in " + folder + " cannot be read. Delete the folder.", e);
        }
    }

    static boolean existsIn(Path folder) {
        ServerCertificate files = ServerCertificate.in(folder);
        return Files.exists(files.key()) && Files.exists(files.certificate());
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** The last moment at which the certificate is valid. */
    Instant end() {
        return certificate().getNotAfter().toInstant();
    }

    /** Replaces both files of a folder. The certificate comes last, so that an interrupted change is seen as incomplete. */
    void writeTo(Path folder) throws IOException, GeneralSecurityException {
        ServerCertificate files = ServerCertificate.in(folder);
        Files.deleteIfExists(files.certificate());
        try (OutputStream out = PrivateFile.replace(files.key())) {
            out.write(Pem.of(key));
        }
        Path complete = folder.resolve("certificate.new");
        Files.write(complete, Pem.of(chain));
        Files.move(complete, files.certificate(), StandardCopyOption.ATOMIC_MOVE);
    }
}
