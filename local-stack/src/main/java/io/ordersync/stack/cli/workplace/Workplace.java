package io.ordersync.stack.cli.workplace;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import java.io.PrintWriter;

/** What every command works on: this checkout, its {@code .local} folder and the terminal. */
public record Workplace(Checkout checkout, StackFolders folders, Console console) {

    public static Workplace of(PrintWriter out) {
        Checkout checkout = Checkout.find();
        StackFolders folders = new StackFolders(checkout.root().resolve(".local"));
        return new Workplace(checkout, folders, new Console(out, Boolean.getBoolean("ordersync.terminal")));
    }

    public RunRecord record() {
        return new RunRecord(folders);
    }
}
