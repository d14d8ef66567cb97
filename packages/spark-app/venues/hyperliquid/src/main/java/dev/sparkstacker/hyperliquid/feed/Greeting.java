package dev.sparkstacker.hyperliquid.feed;

/** The one frame of older servers that is no JSON. */
final class Greeting {
    private Greeting() {}

    static boolean is(String text) {
        return text.equals("Websocket connection established.");
    }
}
