package io.ordersync.stack.cli.status;

import io.ordersync.setup.certificate.Certificates;
import io.ordersync.stack.cli.context.Console;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;

/** Warns of certificates that end within 30 days. A start renews them by itself, a running system must be told. */
public record CertificateReport(Console console) {

    public void show(Certificates certificates) throws IOException {
        if (certificates.endSoon()) {
            LocalDate end = LocalDate.ofInstant(certificates.end().orElseThrow(), ZoneId.systemDefault());
            console.line("");
            console.line(
                    "A certificate ends on %s. Renew the certificates with './run renew-certificates'.".formatted(end));
        }
    }
}
