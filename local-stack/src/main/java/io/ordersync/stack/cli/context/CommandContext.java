package io.ordersync.stack.cli.context;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import java.io.PrintWriter;

/** What every command needs: the checkout, its {@code .local} folder and the console. */
public record CommandContext(Checkout checkout, StackFolders folders, Console console) {

    public static CommandContext of(PrintWriter out) {
        Checkout checkout = Checkout.find();
        StackFolders folders = new StackFolders(checkout.root().resolve(".local"));
        return new CommandContext(checkout, folders, new Console(out, Boolean.getBoolean("ordersync.terminal")));
    }

    public RunRecord record() {
        return new RunRecord(folders);
    }
}
