package dev.sparkstacker.app.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Hears Ctrl-C, termination and the kill switch. A shutdown hook would hear only the first; the JDK's signal class is
 * reached by reflection because it is no public API. Where it is missing, the virtual machine's own handling stays.
 */
final class Signals {
    /** The signal that halts everything, without its prefix: {@code kill -USR2 PID}. */
    static final String KILL_SWITCH = "USR2";

    private Signals() {}

    /** Calls the handler for each SIGINT and SIGTERM, on a thread of the virtual machine's. */
    static void onStop(Runnable handler) {
        if (!hear(handler, "INT", "TERM")) {
            Runtime.getRuntime().addShutdownHook(new Thread(handler, "stop"));
        }
    }

    /** Calls the handler for each signal of the kill switch. Where signals cannot be heard, the other ways remain. */
    static void onKillSwitch(Runnable handler) {
        boolean _ = hear(handler, KILL_SWITCH);
    }

    /** Lives through Ctrl-C in the terminal of another process. */
    static void ignoreInterrupts() {
        boolean _ = hear(() -> {}, "INT", "HUP");
    }

    private static boolean hear(Runnable handler, String... names) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> signalHandler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    handler.run();
                    return null;
                }
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" ->
                        arguments != null && System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                    default -> "stop handler";
                };
            };
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {signalHandler}, call);
            for (String name : names) {
                Object instance = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, signalHandler).invoke(null, instance, proxy);
            }
            return true;
        } catch (ReflectiveOperationException unavailable) {
            return false;
        }
    }
}
