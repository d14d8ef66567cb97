package dev.sparkstacker.sandbox.fault;

import java.util.Arrays;
import java.util.List;

/**
 * Where faults strike.
 *
 * @param name name in JSON and in coverage reports
 * @param type what can go wrong there
 */
public record Edge<F extends Fault>(String name, Class<F> type) {
    /** POST /info; its subject is the request's type. */
    public static final Edge<Fault.OnHttp> INFO = new Edge<>("info", Fault.OnHttp.class);

    /** POST /exchange; its subject is the action's type. */
    public static final Edge<Fault.OnHttp> EXCHANGE = new Edge<>("exchange", Fault.OnHttp.class);

    /** A new websocket connection; its subject is the client's address. */
    public static final Edge<Fault.OnConnect> WS_CONNECT = new Edge<>("wsConnect", Fault.OnConnect.class);

    /** A frame from the venue to a websocket client; its subject is the channel. */
    public static final Edge<Fault.OnSend> WS_SEND = new Edge<>("wsSend", Fault.OnSend.class);

    /** A frame from a websocket client to the venue; its subject is the method. */
    public static final Edge<Fault.OnReceive> WS_RECEIVE = new Edge<>("wsReceive", Fault.OnReceive.class);

    /** A modify at the exchange; its subject is the action's type. */
    public static final Edge<Fault.OnModify> MODIFY = new Edge<>("modify", Fault.OnModify.class);

    /** A change of leverage at the exchange; its subject is the action's type. */
    public static final Edge<Fault.OnLeverage> LEVERAGE = new Edge<>("leverage", Fault.OnLeverage.class);

    private static final List<Edge<?>> ALL = List.of(INFO, EXCHANGE, WS_CONNECT, WS_SEND, WS_RECEIVE, MODIFY, LEVERAGE);

    /** Every edge. */
    public static List<Edge<?>> all() {
        return ALL;
    }

    /** The edge of this name. @throws IllegalArgumentException if there is none, naming those that exist */
    public static Edge<?> of(String name) {
        return ALL.stream()
                .filter(edge -> edge.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No edge '" + name + "'; edges are "
                        + ALL.stream().map(Edge::name).toList()));
    }

    /** Names of the kinds of faults that can strike here. */
    public List<String> kinds() {
        return Arrays.stream(type.getPermittedSubclasses())
                .map(Fault::kind)
                .sorted()
                .toList();
    }
}
