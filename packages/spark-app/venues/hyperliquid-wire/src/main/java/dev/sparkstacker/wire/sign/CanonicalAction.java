package dev.sparkstacker.wire.sign;

import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.json.WireException.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An action as the venue sees it before it hashes: parsed and written again. Keys take the documented order, decimals lose trailing
 * zeros, flags that are false disappear, addresses become lower case, cloids get their {@code 0x}. A client that signed another
 * spelling is therefore recovered as somebody else. An undocumented action keeps the order of its document.
 */
public final class CanonicalAction {
    private static final Pattern BARE_CLOID = Pattern.compile("(0[xX])?[0-9a-fA-F]{32}");

    private CanonicalAction() {}

    /**
     * The canonical tree of a posted action.
     *
     * @throws WireException when the action is not as documented or holds a number that cannot be hashed
     */
    public static ObjectNode of(JsonNode posted) throws WireException {
        JsonNode ordered = Json.read(Action.class, posted).tree();
        return (ObjectNode) canonical(ordered, "", "");
    }

    private static JsonNode canonical(JsonNode node, String key, String path) throws WireException {
        if (node.isObject()) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                out.set(entry.getKey(), canonical(entry.getValue(), entry.getKey(), path + "/" + entry.getKey()));
            }
            return out;
        } else if (node.isArray()) {
            ArrayNode out = JsonNodeFactory.instance.arrayNode(node.size());
            for (int i = 0; i < node.size(); i++) {
                out.add(canonical(node.get(i), key, path + "/" + i));
            }
            return out;
        } else if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(text(node.stringValue(), key));
        } else if (node.isNumber() && !(node.isIntegralNumber() && node.canConvertToLong())) {
            throw new WireException(Reason.WRONG_TYPE, path, "expected an integer of at most 64 bits");
        }
        return node;
    }

    private static String text(String text, String key) {
        if (Address.isAddress(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        boolean cloid = key.equals("c") || key.equals("cloid") || key.equals("oid");
        if (cloid && BARE_CLOID.matcher(text).matches()) {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.startsWith("0x") ? lower : "0x" + lower;
        }
        return text;
    }
}
