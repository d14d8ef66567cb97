package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.ws.WsMessage;

/** Names of channels, for counters: the documented ones, and {@code other}. */
final class Channels {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            Tag tag = type.getAnnotation(Tag.class);
            return tag == null ? "other" : tag.value();
        }
    };

    private Channels() {}

    static String of(WsMessage message) {
        return NAMES.get(message.getClass());
    }
}
