package io.ordersync.system.chaos.clock;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.MemberSubstitution;

/**
 * A Java agent that shifts the clock of a process: calls from the service, from the generator of order ids and from Kafka's
 * clients go to {@link ShiftedClock}.
 */
public final class ClockAgent {

    private ClockAgent() {}

    /** @param shift an ISO 8601 duration, for instance {@code PT-60S} */
    public static void premain(String shift, Instrumentation instrumentation) throws NoSuchMethodException {
        ShiftedClock.shiftBy(Duration.parse(shift));
        AsmVisitorWrapper calls = shiftedCalls();
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .type(nameStartsWith("io.ordersync.")
                        .or(nameStartsWith("com.fasterxml.uuid."))
                        .or(nameStartsWith("org.apache.kafka.common.utils.")))
                .and(type -> !type.getName().startsWith(ClockAgent.class.getPackageName()))
                .transform((builder, type, loader, module, domain) -> builder.visit(calls))
                .installOn(instrumentation);
    }

    private static AsmVisitorWrapper shiftedCalls() throws NoSuchMethodException {
        return MemberSubstitution.relaxed()
                .method(isDeclaredBy(System.class).and(named("currentTimeMillis")))
                .replaceWith(ShiftedClock.class.getMethod("currentTimeMillis"))
                .method(isDeclaredBy(Instant.class).and(named("now")).and(takesNoArguments()))
                .replaceWith(ShiftedClock.class.getMethod("now"))
                .method(isDeclaredBy(Clock.class).and(named("systemUTC")))
                .replaceWith(ShiftedClock.class.getMethod("systemUTC"))
                .on(any());
    }
}
