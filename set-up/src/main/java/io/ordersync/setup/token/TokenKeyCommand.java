package io.ordersync.setup.token;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code token-key}: prints the public key, for services that are started by hand or on another machine. */
@Command(
        name = "token-key",
        header = "Print the public key with which services check tokens.",
        description =
                "%nThe key is made at the first start, or by the first call of this command. Services read it from the"
                        + " file that spring.security.oauth2.resourceserver.jwt.public-key-location names.%n")
public final class TokenKeyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyFolder keys;

    @Override
    public Integer call() throws IOException {
        spec.commandLine().getOut().print(SigningKey.in(keys.path()).publicKeyPem());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
