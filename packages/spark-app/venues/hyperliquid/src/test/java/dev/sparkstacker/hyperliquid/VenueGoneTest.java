package dev.sparkstacker.hyperliquid;

import static dev.sparkstacker.hyperliquid.fake.Scenario.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.command.Command.PlaceOrders;
import dev.sparkstacker.domain.command.Command.ReadAccount;
import dev.sparkstacker.domain.event.AccountEvent.AccountUnread;
import dev.sparkstacker.domain.event.AnswerEvent.OrderRejected;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenueGoneTest {
    @TempDir
    Path folder;

    @Test
    void whereNoConnectionComesAboutNothingWasSentAndTheOrderIsProvedAbsent() throws Exception {
        try (Scenario scenario = new Scenario(folder).start()) {
            scenario.venue().close();
            ClientOrderId id = scenario.mint();
            scenario.connector().submit(new PlaceOrders(MAIN, List.of(Scenario.entry(id)), scenario.soon()));
            OrderRejected rejected = scenario.events().await1(OrderRejected.class);
            assertThat(rejected.order()).isEqualTo(id);
            assertThat(rejected.venueReason()).startsWith("not sent: cannot connect");
        }
    }

    @Test
    void anAccountThatCannotBeReadIsUnreadNeverEmpty() throws Exception {
        try (Scenario scenario = new Scenario(folder).start()) {
            scenario.venue().close();
            scenario.connector().submit(new ReadAccount(MAIN, 0));
            assertThat(scenario.events().await1(AccountUnread.class).account()).isEqualTo(MAIN);
        }
    }
}
