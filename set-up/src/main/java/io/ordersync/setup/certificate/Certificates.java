package io.ordersync.setup.certificate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificates of one system in one folder: that of its authority, which clients trust for ten years, and one for
 * each kind of server, which is renewed without the clients.
 */
public final class Certificates {

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    public Certificates(Path folder) {
        this(folder, Clock.systemUTC());
    }

    Certificates(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public TrustFiles trusted() {
        return TrustFiles.in(folder);
    }

    public ServerCertificate of(ServerKind kind) {
        return ServerCertificate.in(folderOf(kind));
    }

    /**
     * Makes the certificates that are missing, that end within 30 days or that another authority has signed, and leaves
     * the others as they are.
     */
    public void provide(ServerKind... kinds) throws IOException {
        change(() -> {
            Authority authority = usableAuthority();
            for (ServerKind kind : kinds) {
                if (!isUsable(folderOf(kind), authority)) {
                    issue(kind, authority);
                }
            }
        });
    }

    /** Makes a new key and a new certificate for each server that has one. Clients trust them as they trust the old ones. */
    public void renew() throws IOException {
        change(() -> {
            Authority authority = usableAuthority();
            for (ServerKind kind : existing()) {
                issue(kind, authority);
            }
        });
    }

    /** The end of the certificate that ends first, those of the servers and that of the authority; empty if there is none. */
    public Optional<Instant> end() throws IOException {
        List<Instant> ends = new ArrayList<>();
        for (Path owner : Stream.concat(
                        Stream.of(authorityFolder()), existing().stream().map(this::folderOf))
                .filter(Credential::existsIn)
                .toList()) {
            ends.add(Credential.read(owner).end());
        }
        return ends.stream().min(Instant::compareTo);
    }

    /** Whether a certificate ends within 30 days. */
    public boolean endSoon() throws IOException {
        return end().filter(this::isSoon).isPresent();
    }

    private Authority usableAuthority() throws IOException, GeneralSecurityException {
        Optional<Credential> known = read(authorityFolder()).filter(old -> !isSoon(old.end()));
        Credential authority = known.isPresent() ? known.get() : newAuthority();
        if (!trusted().exist()) {
            trusted().write(authority);
        }
        return new Authority(authority);
    }

    private Credential newAuthority() throws IOException, GeneralSecurityException {
        Files.deleteIfExists(trusted().authority());
        Credential fresh = Authority.create(work()).credential();
        fresh.writeTo(authorityFolder());
        return fresh;
    }

    private void issue(ServerKind kind, Authority authority) throws IOException, GeneralSecurityException {
        authority.issue(kind, work()).writeTo(folderOf(kind));
    }

    private boolean isUsable(Path owner, Authority authority) throws IOException {
        return read(owner)
                .filter(known -> !isSoon(known.end()))
                .filter(authority::hasSigned)
                .isPresent();
    }

    private static Optional<Credential> read(Path owner) throws IOException {
        return Credential.existsIn(owner) ? Optional.of(Credential.read(owner)) : Optional.empty();
    }

    private boolean isSoon(Instant end) {
        return clock.instant().plus(RENEWED_BEFORE_END).isAfter(end);
    }

    private List<ServerKind> existing() {
        return Stream.of(ServerKind.values())
                .filter(kind -> Credential.existsIn(folderOf(kind)))
                .toList();
    }

    private Path folderOf(ServerKind kind) {
        return folder.resolve(kind.label());
    }

    private Path authorityFolder() {
        return folder.resolve("authority");
    }

    /** The key store in which keytool works. */
    private Path work() {
        return folder.resolve("work.p12");
    }

    /** Servers of one system start at the same time, in one JVM or in several. */
    private void change(Change change) throws IOException {
        Files.createDirectories(folder);
        synchronized (Certificates.class) {
            try (FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock(); // closing the channel releases it
                change.apply();
            } catch (GeneralSecurityException e) {
                throw new IOException("The certificates in " + folder + " could not be made: " + e.getMessage(), e);
            }
        }
    }

    private interface Change {
        void apply() throws IOException, GeneralSecurityException;
    }
}
