package io.ordersync.setup.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * The certificate that clients trust, which is no secret, in two forms.
 *
 * @param authority in the form PEM
 * @param trustStore in the form PKCS #12, for clients that read no PEM
 */
public record TrustFiles(Path authority, Path trustStore) {

    /** The password of the JDK's own trust store: the content is public. */
    public static final String TRUST_STORE_PASSWORD = "changeit";

    public static TrustFiles in(Path folder) {
        return new TrustFiles(folder.resolve("ca.pem"), folder.resolve("truststore.p12"));
    }

    /** Replaces both files. The PEM comes last: if it exists, both are complete. */
    void write(Credential trusted) throws IOException, GeneralSecurityException {
        Files.deleteIfExists(authority);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("order-sync", trusted.certificate());
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            store.store(out, TRUST_STORE_PASSWORD.toCharArray());
        }
        Path complete = authority.resolveSibling("ca.new");
        Files.write(complete, Pem.of(trusted.chain()));
        Files.move(complete, authority, StandardCopyOption.ATOMIC_MOVE);
    }

    boolean exist() {
        return Files.exists(authority);
    }
}
