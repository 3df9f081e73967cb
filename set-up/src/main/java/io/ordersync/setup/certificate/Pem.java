package io.ordersync.setup.certificate;

import io.ordersync.setup.files.PemBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Keys and certificates as text. */
final class Pem {

    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private Pem() {}

    static byte[] of(PrivateKey key) {
        return PemBlock.write(PRIVATE_KEY, key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] of(List<X509Certificate> chain) throws GeneralSecurityException {
        StringBuilder all = new StringBuilder();
        for (X509Certificate certificate : chain) {
            all.append(PemBlock.write("CERTIFICATE", certificate.getEncoded()));
        }
        return all.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        byte[] encoded = PemBlock.read(PRIVATE_KEY, Files.readString(file));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    static List<X509Certificate> readCertificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
