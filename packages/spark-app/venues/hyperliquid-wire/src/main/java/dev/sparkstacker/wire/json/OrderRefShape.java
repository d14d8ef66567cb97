package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.OrderRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A JSON integer is the venue's id, a JSON string the client's. */
public final class OrderRefShape extends Shape<OrderRef> {
    /** Built once by reflection. */
    OrderRefShape() {}

    @Override
    OrderRef read(JsonNode node, Place place) throws WireException {
        if (node.isString()) {
            return new OrderRef.Cloid(node.stringValue());
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new OrderRef.Oid(node.longValue());
        }
        throw place.wrongType("an order id (integer) or a client id (string)", node);
    }

    @Override
    JsonNode write(OrderRef value, Place place) {
        return switch (value) {
            case OrderRef.Oid(long oid) -> JsonNodeFactory.instance.numberNode(oid);
            case OrderRef.Cloid(String cloid) -> JsonNodeFactory.instance.stringNode(cloid);
        };
    }
}
