package dev.sparkstacker.benchmarks;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Signatures a second. */
final class SigningThroughput implements Measurement {
    @Override
    public String name() {
        return "signing";
    }

    @Override
    public String about() {
        return "signatures of digests and of whole order actions";
    }

    @Override
    public boolean ownJvm() {
        return false;
    }

    @Override
    public List<Figure> measure(Effort effort) throws RunnerException {
        Jmh.Score digests = Jmh.run(SigningBench.class, "digests", effort);
        Jmh.Score orders = Jmh.run(SigningBench.class, "orders", effort);
        Jmh.Score peer = Jmh.run(SigningBench.class, "bouncyCastle", effort);
        Target target = new Target.AtLeast(10_000);
        Figure signatures = Figure.of(
                "signatures (r, s, v) of a digest", digests.perSecond(), "signatures/s", target, digests.spread());
        return List.of(
                signatures.besides(
                        "BouncyCastle ECDSASigner (r, s only): " + Target.amount(peer.perSecond()) + " signatures/s"),
                Figure.of(
                        "order actions encoded, hashed, signed",
                        orders.perSecond(),
                        "signatures/s",
                        target,
                        orders.spread()));
    }
}
