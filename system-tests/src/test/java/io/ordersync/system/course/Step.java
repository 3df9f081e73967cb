package io.ordersync.system.course;

import org.jspecify.annotations.Nullable;

/**
 * A block of commands of the page.
 *
 * @param line the line of the page at which the block begins
 * @param soon whether the output comes a moment later, so that the commands are repeated
 * @param output what the commands print, or null if the page does not say it
 */
record Step(
        int line, String commands, boolean soon, @Nullable ExpectedOutput output) {

    boolean startsTheSystem() {
        return commands.startsWith("./run --");
    }

    boolean stopsTheSystem() {
        return commands.equals("./run stop");
    }

    /** The step without its place: equal for the pages of all languages. */
    Step withoutLine() {
        return new Step(0, commands, soon, output);
    }
}
