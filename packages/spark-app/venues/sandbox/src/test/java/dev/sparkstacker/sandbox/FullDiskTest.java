package dev.sparkstacker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.sandbox.persist.StateLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the sandbox could not write down it has not acknowledged; when there is space again it goes on by itself. */
class FullDiskTest {
    private static final String ORDER =
            "{\"type\":\"order\",\"orders\":[{\"a\":0,\"b\":true,\"p\":\"2000\",\"s\":\"0.1\",\"r\":false,"
                    + "\"t\":{\"limit\":{\"tif\":\"Gtc\"}}}],\"grouping\":\"na\"}";
    private static final String OPEN =
            "{\"type\":\"openOrders\",\"user\":\"" + TestSandbox.OWNER.address().text() + "\"}";

    @TempDir
    Path folder;

    /** A disk that takes half of a line when it is full, as real ones do. */
    private static final class Disk implements StateLog.Disk {
        final AtomicBoolean full = new AtomicBoolean();

        @Override
        public int write(FileChannel channel, ByteBuffer bytes) throws IOException {
            if (!full.get()) {
                return channel.write(bytes);
            }
            ByteBuffer half = bytes.duplicate();
            half.limit(half.position() + half.remaining() / 2);
            channel.write(half);
            throw new IOException("No space left on device");
        }
    }

    private TestSandbox open(Disk disk) {
        return new TestSandbox(
                folder, 60_000, SandboxOptions.usual().withDisk(disk).withControlPort(0));
    }

    @Test
    void anOrderThatCannotBeWrittenDownIsNotAcknowledgedAndTheVenueComesBack() throws Exception {
        Disk disk = new Disk();
        JsonNode after;
        try (TestSandbox world = open(disk)) {
            assertThat(world.act(ORDER).text()).contains("resting");
            disk.full.set(true);
            TestSandbox.Answer refused = world.act(ORDER);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text()).isEqualTo("null");
            assertThat(world.post("/info", OPEN).status()).isEqualTo(503);
            assertThat(world.act(ORDER).status()).as("not even begun").isEqualTo(503);
            assertThat(world.control(
                                    "POST",
                                    "/deposit",
                                    "{\"account\":\""
                                            + TestSandbox.OWNER.address().text() + "\",\"usd\":\"5\"}")
                            .status())
                    .isEqualTo(503);
            assertThat(world.sandbox.refusedWrites()).isPositive();
            disk.full.set(false);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> world.post("/info", OPEN).status() == 200);
            after = world.post("/info", OPEN).json();
            assertThat(after).as("the first, and the one whose answer was 503").hasSize(2);
            assertThat(world.act(ORDER).text()).contains("resting");
        }
        try (TestSandbox again = open(new Disk())) {
            assertThat(again.post("/info", OPEN).json()).hasSize(3);
        }
    }

    @Test
    void aKillWhileTheDiskIsFullLosesNothingThatWasAcknowledged() throws Exception {
        Disk disk = new Disk();
        try (TestSandbox world = open(disk)) {
            assertThat(world.act(ORDER).text()).contains("resting");
            disk.full.set(true);
            assertThat(world.act(ORDER).status()).isEqualTo(503);
        }
        try (TestSandbox again = open(new Disk())) {
            assertThat(again.post("/info", OPEN).json()).hasSize(1);
            assertThat(again.act(ORDER).text()).contains("resting");
        }
    }

    @Test
    void howManyAskDoesNotDecideHowOftenAFullDiskIsTried() throws Exception {
        Disk disk = new Disk();
        AtomicLong stoppedAtMs = new AtomicLong();
        SandboxOptions usual = SandboxOptions.usual();
        SandboxOptions options = new SandboxOptions(
                        usual.rules(),
                        usual.limits(),
                        usual.faults(),
                        () -> stoppedAtMs.get() == 0 ? System.currentTimeMillis() : stoppedAtMs.get())
                .withDisk(disk);
        try (TestSandbox world = new TestSandbox(folder, 60_000, options)) {
            disk.full.set(true);
            assertThat(world.act(ORDER).status()).isEqualTo(503);
            stoppedAtMs.set(System.currentTimeMillis());
            assertThat(world.post("/info", OPEN).status()).isEqualTo(503);
            long refusals = world.sandbox.refusedWrites();
            for (int i = 0; i < 200; i++) {
                assertThat(world.act(ORDER).status()).isEqualTo(503);
            }
            assertThat(world.sandbox.refusedWrites()).isLessThanOrEqualTo(refusals + 1);
        }
    }
}
