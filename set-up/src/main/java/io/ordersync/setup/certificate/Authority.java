package io.ordersync.setup.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The certificate authority of one system. */
record Authority(Credential credential) {

    private static final String ALIAS = "authority";
    private static final int DAYS = 3650;
    private static final int SERVER_DAYS = 730;

    static Authority create(Path store) throws IOException, GeneralSecurityException {
        try (Keytool keytool = new Keytool(store)) {
            // No two have the same name, so that a client which trusts both finds the one that has signed.
            String name = "order-sync-" + UUID.randomUUID().toString().substring(0, 8);
            return new Authority(keytool.generate(
                    name, DAYS, "-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:critical=keyCertSign,cRLSign"));
        }
    }

    Credential issue(ServerKind kind, Path store) throws IOException, GeneralSecurityException {
        try (Keytool keytool = new Keytool(store)) {
            keytool.add(ALIAS, credential);
            return keytool.generate(
                    kind.label(),
                    SERVER_DAYS,
                    "-signer",
                    ALIAS,
                    "-ext",
                    "san=" + kind.alternativeNames(),
                    "-ext",
                    "ku:critical=digitalSignature",
                    "-ext",
                    "eku=serverAuth");
        }
    }

    boolean hasSigned(Credential other) {
        try {
            other.certificate().verify(credential.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
