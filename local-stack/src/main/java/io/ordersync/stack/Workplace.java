package io.ordersync.stack;

import java.io.PrintWriter;

/** What every command works on: this checkout, its {@code .local} folder and the terminal. */
record Workplace(Checkout checkout, StackFolders folders, Console console) {

    static Workplace of(PrintWriter out) {
        Checkout checkout = Checkout.find();
        StackFolders folders = new StackFolders(checkout.root().resolve(".local"));
        return new Workplace(checkout, folders, new Console(out, Boolean.getBoolean("ordersync.terminal")));
    }

    RunRecord record() {
        return new RunRecord(folders);
    }
}
