package dev.sparkstacker.domain.port;

import dev.sparkstacker.domain.output.Output;

/** Where the engine's outputs go. Never blocks the engine on a slow reader. */
public interface OutputSink {
    /** Takes an output. */
    void publish(Output output);
}
