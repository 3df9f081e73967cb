package io.ordersync.stack;

/** What a stack consists of, where it keeps its things and on which ports it listens. */
record StackPlan(StackFolders folders, Ports ports, int orderServices, int catalogServices) {}
