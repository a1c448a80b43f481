package dev.bengal.experiment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes signals that would end this process on to the command that it runs, and lives on to tell how that ended. What the
 * terminal sends at Ctrl-C it sends to the command too, and that is not sent twice: many programs take a second one as
 * the wish to be torn down.
 *
 * <p>Java has no supported way to handle a signal; {@code sun.misc.Signal} is in every JDK since 1.3, in the module
 * {@code jdk.unsupported}. It is looked up by name, since the compiler warns of it in a way that cannot be turned off.
 */
public final class SignalRelay implements AutoCloseable {
    private static final List<String> RELAYED = List.of("INT", "TERM", "HUP");

    /** Ends nothing, and has a higher number than those: the JVM hands on the lowest one first. */
    private static final String HARMLESS = "WINCH";

    /** How a shell tells that a program ended by a signal. */
    static final int BY_SIGNAL = 128;

    /** For longer than the JVM takes to bring a signal here. */
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final List<Runnable> restorations = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private @Nullable Runnable raising;
    private long harmless;
    private @Nullable Process process;
    private @Nullable Received first;

    private SignalRelay() {}

    /** From now on signals come here. A signal that is ignored, as {@code nohup} has it, stays so. */
    public static SignalRelay install() {
        SignalRelay relay = new SignalRelay();
        for (String name : RELAYED) {
            relay.handle(name, number -> relay.received(new Received(name, number)))
                    .ifPresent(signal -> relay.numbers.add(signal.number()));
        }
        relay.handle(HARMLESS, number -> relay.receivedHarmless())
                .ifPresent(signal -> relay.raising = signal.raising());
        return relay;
    }

    /** Has a signal handled; empty where that cannot be done. */
    private Optional<Handled> handle(String name, IntConsumer action) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = signalType.getMethod("handle", signalType, handlerType);
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            int number = (int) signalType.getMethod("getNumber").invoke(signal);
            Object handler = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.accept(number);
                        }
                        return method.getReturnType() == boolean.class
                                ? Boolean.valueOf(arguments != null && proxy == arguments[0])
                                : method.getReturnType() == int.class ? Integer.valueOf(number) : null;
                    });
            @Nullable Object before = handle.invoke(null, signal, handler);
            restorations.add(() -> call(handle, signal, before));
            Method raise = signalType.getMethod("raise", signalType);
            return Optional.of(new Handled(number, () -> call(raise, signal)));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // This system has no such signal, or this JVM was told to leave signals alone: then it ends by it, as
            // usual.
            return Optional.empty();
        }
    }

    private static void call(Method method, @Nullable Object... arguments) {
        try {
            method.invoke(null, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a signal that was handled cannot be left or sent", e);
        }
    }

    private synchronized void receivedHarmless() {
        harmless++;
        notifyAll();
    }

    private synchronized void received(Received signal) {
        if (first == null) {
            first = signal;
            notifyAll();
        }
        Process running = process;
        if (running != null && !(signal.isFromTerminal() && ForegroundGroup.isOurs())) {
            signal.send(running);
        }
    }

    /** Signals go to this process from now on; one that came already, at once. */
    synchronized void attach(Process running) {
        process = running;
        Received early = first;
        if (early != null) {
            early.send(running);
        }
    }

    /**
     * The process has ended. A signal that came to it and to us, as at Ctrl-C, may be a moment later here: the JVM hands it to a thread
     * first, which has it handled by another one. So one is sent behind it for each of both; and where a signal ended the process, ours is
     * waited for.
     */
    synchronized void detach(int exitCode) {
        process = null;
        Runnable last = raising;
        for (int i = 0; i < 2 && last != null; i++) {
            long seen = harmless;
            last.run();
            await(() -> harmless > seen);
        }
        if (numbers.contains(exitCode - BY_SIGNAL)) {
            await(() -> first != null);
        }
    }

    private synchronized void await(BooleanSupplier condition) {
        long until = System.nanoTime() + A_MOMENT.toNanos();
        try {
            while (!condition.getAsBoolean() && until - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the first signal that came; empty if none did. */
    public synchronized OptionalInt received() {
        Received signal = first;
        return signal == null ? OptionalInt.empty() : OptionalInt.of(signal.number());
    }

    /** Signals are handled as before. */
    @Override
    public void close() {
        restorations.forEach(Runnable::run);
        restorations.clear();
    }

    /**
     * A signal that comes here.
     *
     * @param raising sends it to this process
     */
    private record Handled(int number, Runnable raising) {}

    private record Received(String name, int number) {
        /** At Ctrl-C, and when the terminal is closed. */
        boolean isFromTerminal() {
            return !name.equals("TERM");
        }

        void send(Process process) {
            if (name.equals("TERM")) {
                process.toHandle().destroy();
                return;
            }
            try {
                new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(process.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (java.io.IOException e) {
                process.toHandle().destroy();
            }
        }
    }
}
