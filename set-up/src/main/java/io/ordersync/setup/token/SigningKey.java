package io.ordersync.setup.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ordersync.setup.files.PemBlock;
import io.ordersync.setup.files.PrivateFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.UUID;

/**
 * The RSA key that signs tokens. It is made at the first call and stays the same, so tokens outlive restarts. Only its owner
 * reads the file of the private key; services get the file of the public key, which cannot sign.
 */
public final class SigningKey {

    /** Enough until 2030 (NIST SP 800-57), made in a third of a second, and checked by services in 40 microseconds. */
    private static final int BITS = 2048;

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path folder;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(Path folder, RSAPrivateCrtKey key) throws GeneralSecurityException {
        this.folder = folder;
        this.privateKey = key;
        this.publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    /**
     * The key of a folder. Several processes may call this at the same time: all get the same key.
     *
     * @throws IOException if the folder cannot be written, or its private key is no RSA key in PEM
     */
    public static SigningKey in(Path folder) throws IOException {
        try {
            Path file = folder.resolve("private-key.pem");
            if (Files.notExists(file)) {
                make(file);
            }
            byte[] bytes = PemBlock.read(PRIVATE, Files.readString(file, US_ASCII));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return new SigningKey(folder, (RSAPrivateCrtKey) key).withPublicFile();
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IOException(
                    "The key in %s cannot be read. Delete the folder to get a new key; every token is invalid then."
                            .formatted(folder),
                    e);
        }
    }

    /** The file of the public key, in PEM. */
    public Path publicKeyFile() {
        return folder.resolve("public-key.pem");
    }

    String publicKeyPem() {
        return PemBlock.write(PUBLIC, publicKey.getEncoded());
    }

    /** Signs with RSA and SHA-256, which JSON Web Signature calls RS256. */
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot sign with RSA and SHA-256", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        Path draft = file.resolveSibling(UUID.randomUUID() + ".new");
        try (OutputStream out = PrivateFile.replace(draft)) {
            out.write(PemBlock.write(PRIVATE, key).getBytes(US_ASCII));
        }
        try {
            Files.createLink(file, draft); // fails if there is a key; a move would replace it
        } catch (FileAlreadyExistsException other) {
            // another process has made the key in the meantime
        } finally {
            Files.delete(draft);
        }
    }

    /** A service may read the file at any time, so it is replaced at once, and only if it differs. */
    private SigningKey withPublicFile() throws IOException {
        String pem = publicKeyPem();
        if (Files.notExists(publicKeyFile())
                || !Files.readString(publicKeyFile()).equals(pem)) {
            Path draft = folder.resolve(UUID.randomUUID() + ".new");
            Files.writeString(draft, pem);
            Files.move(draft, publicKeyFile(), StandardCopyOption.REPLACE_EXISTING);
        }
        return this;
    }
}
