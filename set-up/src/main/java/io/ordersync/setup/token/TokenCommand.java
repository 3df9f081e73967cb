package io.ordersync.setup.token;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code token}: prints a token, and nothing else. */
@Command(
        name = "token",
        header = "Print a token for the REST interfaces.",
        description = "%nThe token proves to every service of this system who sends a request. It is signed with a key"
                + " that is made at the first start, or by the first call of this command.%n",
        footerHeading = "%nRoles:%n",
        footer = {
            "  orders-admin   Read the orders of all users.",
            "  catalog-admin  Create, change and restock products.",
            "  marketing      Read the replica of marketing-service.",
            "  operator       Read metrics, /actuator/metrics and /actuator/info.",
            "",
            "Example:",
            "  curl -H \"Authorization: Bearer $(./run token user-1)\" \\",
            "    http://127.0.0.1:8081/orders"
        })
public final class TokenCommand implements Callable<Integer> {

    /** The length of a user id in the contract. */
    private static final int LONGEST_USER = 64;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyFolder keys;

    @Parameters(paramLabel = "USER", description = "The user's id, 1 to 64 characters; owns the orders.")
    private String user;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Add a role to the token. Repeat the option for several roles.")
    private List<String> roles = new ArrayList<>();

    @Option(
            names = "--valid-for",
            paramLabel = "TIME",
            defaultValue = "12h",
            converter = ValidityConverter.class,
            description = "How long the token is valid: 30m, 12h, 7d and the like (default: 12h).")
    private Duration validFor;

    @Override
    public Integer call() throws IOException {
        if (user.isBlank() || user.length() > LONGEST_USER) {
            throw new ParameterException(
                    spec.commandLine(), "USER must have 1 to %d characters".formatted(LONGEST_USER));
        }
        String token = new TokenIssuer(SigningKey.in(keys.path())).issue(user, roles, validFor);
        spec.commandLine().getOut().println(token);
        return 0;
    }
}
