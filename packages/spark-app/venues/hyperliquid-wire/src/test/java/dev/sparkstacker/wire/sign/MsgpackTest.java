package dev.sparkstacker.wire.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class MsgpackTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static String integer(long n) {
        return Hex.of(Msgpack.pack(NODES.numberNode(n))).substring(2);
    }

    @Test
    void everyIntegerTakesItsSmallestForm() {
        assertThat(integer(0)).isEqualTo("00");
        assertThat(integer(127)).isEqualTo("7f");
        assertThat(integer(128)).isEqualTo("cc80");
        assertThat(integer(255)).isEqualTo("ccff");
        assertThat(integer(256)).isEqualTo("cd0100");
        assertThat(integer(65_535)).isEqualTo("cdffff");
        assertThat(integer(65_536)).isEqualTo("ce00010000");
        assertThat(integer(4_294_967_295L)).isEqualTo("ceffffffff");
        assertThat(integer(4_294_967_296L)).isEqualTo("cf0000000100000000");
        assertThat(integer(Long.MAX_VALUE)).isEqualTo("cf7fffffffffffffff");
        assertThat(integer(-1)).isEqualTo("ff");
        assertThat(integer(-32)).isEqualTo("e0");
        assertThat(integer(-33)).isEqualTo("d0df");
        assertThat(integer(-128)).isEqualTo("d080");
        assertThat(integer(-129)).isEqualTo("d1ff7f");
        assertThat(integer(-32_769)).isEqualTo("d2ffff7fff");
        assertThat(integer(Integer.MIN_VALUE - 1L)).isEqualTo("d3ffffffff7fffffff");
        assertThat(Hex.of(Msgpack.pack(
                        NODES.numberNode(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)))))
                .isEqualTo("0xcfffffffffffffffff");
    }

    @Test
    void stringsChangeFormAt32And256Bytes() {
        assertThat(Msgpack.pack(NODES.stringNode("x".repeat(31)))).hasSize(32).startsWith(0xbf);
        assertThat(Msgpack.pack(NODES.stringNode("x".repeat(32)))).hasSize(34).startsWith(0xd9, 32);
        assertThat(Msgpack.pack(NODES.stringNode("x".repeat(255)))).hasSize(257).startsWith(0xd9, 255);
        assertThat(Msgpack.pack(NODES.stringNode("x".repeat(256)))).hasSize(259).startsWith(0xda, 1, 0);
    }

    @Test
    void containersChangeFormAt16Elements() {
        ArrayNode array = NODES.arrayNode();
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < 16; i++) {
            array.add(0);
            object.put("k" + (char) ('a' + i), 0);
        }
        assertThat(Msgpack.pack(array)).hasSize(19).startsWith(0xdc, 0, 16);
        assertThat(Msgpack.pack(object)).hasSize(3 + 16 * 4).startsWith(0xde, 0, 16);
        array.remove(15);
        assertThat(Msgpack.pack(array)).hasSize(16).startsWith(0x9f);
    }

    @Test
    void keyOrderIsKept() throws WireException {
        assertThat(Hex.of(Msgpack.pack(Json.parse("{\"b\":null,\"a\":[true,false]}"))))
                .isEqualTo("0x82a162c0a16192c3c2");
    }

    @Test
    void aFractionIsRefused() {
        assertThatThrownBy(() -> Msgpack.pack(NODES.numberNode(new BigDecimal("1.5"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
