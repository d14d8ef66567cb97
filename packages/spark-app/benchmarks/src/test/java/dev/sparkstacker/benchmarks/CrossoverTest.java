package dev.sparkstacker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.journal.MemoryJournal;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.feed.FrameParser;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.RequestSigner;
import dev.sparkstacker.wire.sign.Signer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrossoverTest {
    private final List<Command.PlaceOrders> sent = new ArrayList<>();
    private final Crossover moment = new Crossover(MemoryJournal.forgetting(), sent::add, nanos -> {});

    @Test
    void theFrameCausesOneEntryAgainAndAgain() {
        FrameEvents events = new FrameEvents(event -> moment.rig().agent().doWork(List.of(event)));

        for (int i = 0; i < 3; i++) {
            moment.restore();
            new FrameParser().parse(moment.frame(), events);
        }

        assertThat(sent).hasSize(3).allSatisfy(place -> {
            assertThat(place.account()).isEqualTo(Example.MAIN);
            assertThat(place.orders()).singleElement().satisfies(approved -> {
                assertThat(approved.order().purpose()).isEqualTo(OrderPurpose.ENTRY);
                assertThat(approved.order().side()).isEqualTo(Side.BUY);
            });
        });
    }

    @Test
    void theMeasuredBytesAreARequestThatTheVenueWouldAccept() throws Exception {
        moment.restore();
        new FrameParser()
                .parse(
                        moment.frame(),
                        new FrameEvents(event -> moment.rig().agent().doWork(List.of(event))));

        byte[] bytes = new OrderBytes().of(sent.getFirst());

        ExchangeRequest request = ExchangeRequest.read(Json.parse(bytes));
        Signer expected = new Signer(PrivateKey.ofHex(OrderBytes.KEY_HEX));
        assertThat(RequestSigner.recover(request, dev.sparkstacker.wire.Network.MAINNET))
                .contains(expected.address());
    }
}
