package dev.sparkstacker.wire.sign;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The hash of an action that an L1 signature is over.
 *
 * <pre>
 * keccak256( msgpack(action) | nonce u64 BE | 00            no vault
 *                                           | 01 address20  vault
 *                                           |               never expires
 *                                           | 00 ms u64 BE  expiresAfter (the marker byte really is 00) )
 * </pre>
 */
public final class ActionHash {
    private static final int TAIL_BYTES = 8 + 1 + 20 + 1 + 8;

    private ActionHash() {}

    /**
     * Hashes an action.
     *
     * @param action keys in the order of the protocol's field table
     * @param nonce unix ms
     * @param vaultAddress the vault or sub-account traded for
     * @param expiresAfter unix ms
     * @throws IllegalArgumentException when the action holds a number that cannot be packed
     */
    public static byte[] of(JsonNode action, long nonce, @Nullable Address vaultAddress, @Nullable Long expiresAfter) {
        ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES).putLong(nonce);
        if (vaultAddress == null) {
            tail.put((byte) 0);
        } else {
            tail.put((byte) 1).put(vaultAddress.bytes());
        }
        if (expiresAfter != null) {
            tail.put((byte) 0).putLong(expiresAfter);
        }
        byte[] bytes = new byte[tail.position()];
        tail.flip().get(bytes);
        return Keccak.hash(Msgpack.pack(action), bytes);
    }
}
