package io.ordersync.stack.cli;

import io.ordersync.setup.certificate.Certificates;
import io.ordersync.stack.StackParts;
import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.context.RunningParts;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.server.MariaDb;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./run renew-certificates}: new keys and certificates for the servers, which running servers use at once. */
@Command(
        name = "renew-certificates",
        description =
                "Make new keys and certificates for the servers. Clients need nothing new, and connections stay open.")
final class RenewCertificatesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        CommandContext context = CommandContext.of(spec.commandLine().getOut());
        Certificates certificates = new Certificates(context.folders().certificates());
        if (certificates.end().isEmpty()) {
            context.console().line("There are no certificates yet. The first ./run makes them.");
            return 1;
        }
        certificates.renew();
        if (isRunning(context, MariaDb.NAME)) {
            reload(context);
        }
        LocalDate end = LocalDate.ofInstant(certificates.end().orElseThrow(), ZoneId.systemDefault());
        context.console().line("The new certificates are valid until " + end + ".");
        return 0;
    }

    private static boolean isRunning(CommandContext context, String part) {
        return new RunningParts(context).find().stream().map(Part::name).anyMatch(part::equals);
    }

    private static void reload(CommandContext context) throws SQLException {
        MariaDb database = new StackParts(context.record().plan().orElseThrow(), context.checkout()).mariaDb();
        try (Connection root = database.connectAsRoot();
                var statement = root.createStatement()) {
            statement.execute("FLUSH SSL");
        }
    }
}
