package dev.sparkstacker.app.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Hears Ctrl-C and termination. A shutdown hook would hear only the first; the JDK's signal class is reached by
 * reflection because it is no public API. Where it is missing, the virtual machine's own handling stays.
 */
final class Signals {
    private Signals() {}

    /** Calls the handler for each SIGINT and SIGTERM, on a thread of the virtual machine's. */
    static void onStop(Runnable handler) {
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
            for (String name : new String[] {"INT", "TERM"}) {
                Object instance = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, signalHandler).invoke(null, instance, proxy);
            }
        } catch (ReflectiveOperationException unavailable) {
            Runtime.getRuntime().addShutdownHook(new Thread(handler, "stop"));
        }
    }
}
