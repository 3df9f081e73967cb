package io.ordersync.setup.certificate;

import java.nio.file.Path;

/**
 * The files that a server with TLS reads, both in the form PEM.
 *
 * @param certificate the server's certificate, followed by that of the authority
 * @param key the private key, in PKCS #8 without encryption, which only its owner may read
 */
public record ServerCertificate(Path certificate, Path key) {

    static ServerCertificate in(Path folder) {
        return new ServerCertificate(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    }
}
