package dev.sparkstacker.wire.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedProtocolTest {
    private static final Path PROTOCOL = Path.of("..", "shared", "protocol");

    private final List<Case> cases = new ArrayList<>();
    private final ProtocolCheck check = new ProtocolCheck(cases::add);

    @Test
    void everyPublishedSigningVectorIsReproduced() throws IOException {
        check.vectors(shared("signing-vectors.json"));

        assertThat(cases).hasSizeGreaterThan(40).allMatch(c -> c.kind() == Case.Kind.OK, "is reproduced");
    }

    @Test
    void everyNumberVectorIsReproduced() throws IOException {
        check.vectors(shared("number-vectors.json"));

        assertThat(cases).hasSizeGreaterThan(30).allMatch(c -> c.kind() == Case.Kind.OK, "is reproduced");
    }

    @Test
    void everyRecordingParsesToTypedValuesAndBack() throws IOException {
        check.recordings(shared("recordings"));

        assertThat(cases).hasSizeGreaterThan(200).noneMatch(c -> c.kind() == Case.Kind.MISMATCH);
        assertThat(cases).noneMatch(c -> c.kind() == Case.Kind.UNKNOWN);
    }

    private static Path shared(String name) {
        Path path = PROTOCOL.resolve(name);
        assumeTrue(Files.exists(path), "the shared protocol material is not here: " + path);
        return path;
    }
}
