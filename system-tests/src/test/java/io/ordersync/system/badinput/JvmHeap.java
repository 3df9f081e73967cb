package io.ordersync.system.badinput;

import io.ordersync.stack.jvm.Jcmd;
import io.ordersync.stack.lifecycle.Part;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another JVM, measured with jcmd. */
final class JvmHeap {

    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)$", Pattern.MULTILINE);

    private JvmHeap() {}

    /** The bytes of all live objects, after a collection that this call causes. */
    static long bytesOf(Part part) throws IOException, InterruptedException {
        String histogram = Jcmd.execute(part.pid(), "GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException(histogram);
        }
        return Long.parseLong(total.group(1));
    }
}
