package io.ordersync.benchmarks.variants;

import org.springframework.beans.factory.InitializingBean;

/**
 * Ends this process when the process that measures it ends, even by SIGKILL. The system property {@code benchmark.pid}
 * names that process. Containers have none.
 */
final class ParentProcessWatch implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        Long pid = Long.getLong("benchmark.pid");
        if (pid != null) {
            ProcessHandle.of(pid)
                    .ifPresentOrElse(
                            process -> process.onExit().thenRun(ParentProcessWatch::exit), ParentProcessWatch::exit);
        }
    }

    private static void exit() {
        Runtime.getRuntime().halt(1);
    }
}
