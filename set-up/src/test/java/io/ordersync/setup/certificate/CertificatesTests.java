package io.ordersync.setup.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTests {

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    @BeforeAll
    static void provide() throws IOException {
        new Certificates(made).provide(ServerKind.MARIADB);
    }

    /** What the first start has made. */
    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(each -> !each.equals(made)).toList()) {
                Files.copy(file, folder.resolve(made.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void serverCertificateIsValidForEachNameOfTheServer() throws Exception {
        Certificates certificates = new Certificates(folder);

        X509Certificate server = read(certificates.of(ServerKind.MARIADB).certificate());
        X509Certificate authority = read(certificates.trusted().authority());

        assertThatCode(() -> server.verify(authority.getPublicKey())).doesNotThrowAnyException();
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactlyInAnyOrder("127.0.0.1", "0:0:0:0:0:0:0:1", "localhost", "mariadb");
        assertThat(server.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(authority.getBasicConstraints())
                .as("authority of servers only")
                .isZero();
        server.checkValidity();
        assertThat(server.getNotAfter()).isBefore(authority.getNotAfter());
    }

    @Test
    void onlyTheOwnerReadsKeys() throws Exception {
        List<Path> keys;
        try (Stream<Path> files = Files.walk(folder)) {
            keys = files.filter(file -> file.endsWith("key.pem")).toList();
        }
        assertThat(keys)
                .hasSize(2)
                .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                        .isEqualTo("rw-------"));
        assertThat(folder.resolve("work.p12")).doesNotExist();
    }

    @Test
    void startContinuesAfterAnInterruptedOne() throws Exception {
        Path fresh = Files.createDirectories(folder.resolve("interrupted"));
        Files.writeString(fresh.resolve("work.p12"), "a store whose password nobody knows");

        new Certificates(fresh).provide(ServerKind.MARIADB);

        assertThat(TrustFiles.in(fresh).authority()).exists();
        assertThat(fresh.resolve("work.p12")).doesNotExist();
    }

    @Test
    void trustStoreHoldsTheAuthority() throws Exception {
        Certificates certificates = new Certificates(folder);

        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificates.trusted().trustStore())) {
            store.load(in, TrustFiles.TRUST_STORE_PASSWORD.toCharArray());
        }
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.getCertificate("order-sync"))
                .isEqualTo(read(certificates.trusted().authority()));
    }

    @Test
    void laterStartsKeepTheCertificates() throws Exception {
        Certificates certificates = new Certificates(folder);
        X509Certificate authority = read(certificates.trusted().authority());
        X509Certificate server = read(certificates.of(ServerKind.MARIADB).certificate());

        certificates.provide(ServerKind.MARIADB, ServerKind.KAFKA);

        assertThat(read(certificates.trusted().authority())).isEqualTo(authority);
        assertThat(read(certificates.of(ServerKind.MARIADB).certificate())).isEqualTo(server);
        assertThatCode(() ->
                        read(certificates.of(ServerKind.KAFKA).certificate()).verify(authority.getPublicKey()))
                .doesNotThrowAnyException();
    }

    @Test
    void startRenewsServerCertificateThatEndsWithin30Days() throws Exception {
        X509Certificate authority = read(TrustFiles.in(folder).authority());
        X509Certificate old =
                read(ServerCertificate.in(folder.resolve("mariadb")).certificate());
        Certificates later =
                new Certificates(folder, at(old.getNotAfter().toInstant().minus(Duration.ofDays(29))));
        assertThat(later.endSoon()).isTrue();

        later.provide(ServerKind.MARIADB);

        assertThat(read(later.trusted().authority())).isEqualTo(authority);
        assertThat(read(later.of(ServerKind.MARIADB).certificate()).getSerialNumber())
                .isNotEqualTo(old.getSerialNumber());
        assertThat(new Certificates(folder).endSoon()).isFalse();
    }

    @Test
    void startReplacesEverythingWhenTheAuthorityEndsWithin30Days() throws Exception {
        X509Certificate old = read(TrustFiles.in(folder).authority());
        Certificates later =
                new Certificates(folder, at(old.getNotAfter().toInstant().minus(Duration.ofDays(29))));

        later.provide(ServerKind.MARIADB);

        X509Certificate authority = read(later.trusted().authority());
        X509Certificate server = read(later.of(ServerKind.MARIADB).certificate());
        assertThat(authority).isNotEqualTo(old);
        assertThatCode(() -> server.verify(authority.getPublicKey())).doesNotThrowAnyException();
        assertThatThrownBy(() -> server.verify(old.getPublicKey())).isInstanceOf(SignatureException.class);
    }

    @Test
    void renewalKeepsTheAuthorityAndChangesTheKey() throws Exception {
        Certificates certificates = new Certificates(folder);
        X509Certificate authority = read(certificates.trusted().authority());
        String key = Files.readString(certificates.of(ServerKind.MARIADB).key());

        certificates.renew();

        assertThat(read(certificates.trusted().authority())).isEqualTo(authority);
        assertThat(Files.readString(certificates.of(ServerKind.MARIADB).key())).isNotEqualTo(key);
        assertThat(folder.resolve("kafka")).as("a server without a certificate").doesNotExist();
    }

    @Test
    void interruptedStartIsCompletedByTheNext() throws Exception {
        Certificates certificates = new Certificates(folder);
        Files.delete(certificates.trusted().authority());
        Files.delete(certificates.of(ServerKind.MARIADB).certificate());

        certificates.provide(ServerKind.MARIADB);

        X509Certificate authority = read(certificates.trusted().authority());
        assertThatCode(() ->
                        read(certificates.of(ServerKind.MARIADB).certificate()).verify(authority.getPublicKey()))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheFolderOfAnUnreadableKey() throws Exception {
        Certificates certificates = new Certificates(folder);
        Files.writeString(certificates.of(ServerKind.MARIADB).key(), "no key");

        assertThatThrownBy(() -> certificates.provide(ServerKind.MARIADB))
                .hasMessageContaining(folder.resolve("mariadb").toString())
                .hasMessageContaining("Delete the folder");
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    /** Returns the first certificate of a file. */
    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
