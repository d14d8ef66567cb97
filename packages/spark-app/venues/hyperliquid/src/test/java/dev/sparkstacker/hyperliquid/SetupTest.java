package dev.sparkstacker.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.hyperliquid.fake.FakeVenue;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.sign.Address;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    private static final Address MASTER = new Address("0x" + "ab".repeat(20));
    private static final Signer AGENT = new Signer(PrivateKey.ofHex("0x" + "02".repeat(32)));

    @TempDir
    Path folder;

    private Scenario scenario;
    private FakeVenue venue;

    @SuppressWarnings("NullAway.Init") // JUnit sets the scenario up before each test
    SetupTest() {}

    @BeforeEach
    void start() throws Exception {
        scenario = new Scenario(folder);
        venue = scenario.venue();
    }

    @AfterEach
    void stop() throws Exception {
        scenario.close();
    }

    private HyperliquidConnector connector(AccountAccess access, String market) {
        return new HyperliquidConnector(
                new ConnectorConfig(
                        Network.TESTNET,
                        venue.restUrl(),
                        venue.socket().url(),
                        List.of(access),
                        List.of(new MarketFeed(new MarketId(market), List.of(), 0, false)),
                        Usd.of("10"),
                        folder,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        FeedLimits.USUAL),
                ConnectorListener.NONE);
    }

    private static AccountAccess access(Address address, Signer signer) {
        return new AccountAccess(new AccountId("main"), address, null, signer);
    }

    private void refuses(AccountAccess access, String market, String... words) {
        try (HyperliquidConnector connector = connector(access, market)) {
            assertThatThrownBy(connector::connect)
                    .isInstanceOf(VenueSetupException.class)
                    .message()
                    .contains(words);
        }
        assertThat(venue.acted()).isEmpty();
    }

    @Test
    void anUnknownMarketIsRefusedWithTheNearestNames() {
        refuses(access(Scenario.SIGNER.address(), Scenario.SIGNER), "ETHH", "unknown", "ETH");
    }

    @Test
    void aDelistedMarketIsRefused() {
        refuses(access(Scenario.SIGNER.address(), Scenario.SIGNER), "MATIC", "delisted");
    }

    @Test
    void aUnifiedAccountIsRefused() {
        venue.info("userAbstraction", request -> "\"unifiedAccount\"");
        refuses(access(Scenario.SIGNER.address(), Scenario.SIGNER), "ETH", "unifiedAccount", "standard mode");
    }

    @Test
    void anAgentOfTheMasterIsAccepted() throws Exception {
        roles("{\"role\":\"agent\",\"data\":{\"user\":\"" + MASTER + "\"}}");
        try (HyperliquidConnector connector = connector(access(MASTER, AGENT), "ETH")) {
            connector.connect();
            assertThat(connector.instruments()).singleElement().satisfies(instrument -> {
                assertThat(instrument.assetId()).isEqualTo(1);
                assertThat(instrument.szDecimals()).isEqualTo(4);
            });
        }
    }

    @Test
    void anAgentPastItsEndIsRefusedAndOneBeforeItIsNot() throws Exception {
        roles("{\"role\":\"agent\",\"data\":{\"user\":\"" + MASTER + "\"}}");
        agents(1_600_000_000_000L);
        refuses(access(MASTER, AGENT), "ETH", "agent 'spark'", "expired at 2020-09-13", "keys create-agent");
        agents(4_000_000_000_000L);
        try (HyperliquidConnector connector = connector(access(MASTER, AGENT), "ETH")) {
            connector.connect();
        }
    }

    private void agents(long validUntilMs) {
        venue.info(
                "extraAgents",
                request -> "[{\"name\":\"spark\",\"address\":\"" + AGENT.address() + "\",\"validUntil\":" + validUntilMs
                        + "}]");
    }

    @Test
    void aVaultIsTradedByItsLeadersKeyOnly() throws Exception {
        Address vault = new Address("0x00000000000000000000000000000000000000aa");
        venue.info(
                "userRole",
                request -> request.path("user").asString("").equals(vault.text())
                        ? "{\"role\":\"vault\"}"
                        : "{\"role\":\"agent\",\"data\":{\"user\":\"" + MASTER + "\"}}");
        refuses(access(vault, AGENT), "ETH", "is a vault: set it as vaultAddress too");
        AccountAccess leaders = new AccountAccess(Scenario.MAIN, vault, vault, AGENT);
        venue.info("vaultDetails", request -> "{\"leader\":\"" + Address.ZERO + "\"}");
        refuses(leaders, "ETH", "is a vault led by " + Address.ZERO, "trades for " + MASTER);
        venue.info("vaultDetails", request -> "{\"leader\":\"" + MASTER + "\"}");
        try (HyperliquidConnector connector = connector(leaders, "ETH")) {
            connector.connect();
        }
    }

    @Test
    void anAgentOfSomebodyElseIsRefused() {
        roles("{\"role\":\"agent\",\"data\":{\"user\":\"" + Address.ZERO + "\"}}");
        refuses(access(MASTER, AGENT), "ETH", "cannot be traded with the given key", Address.ZERO.text());
    }

    @Test
    void aKeyThatNobodyApprovedIsRefused() {
        roles("{\"role\":\"missing\"}");
        refuses(
                access(MASTER, AGENT),
                "ETH",
                "is not an approved agent",
                AGENT.address().text());
    }

    @Test
    void anAgentsAddressInThePlaceOfTheAccountIsRefused() {
        venue.info("userRole", request -> "{\"role\":\"agent\",\"data\":{\"user\":\"" + MASTER + "\"}}");
        refuses(access(AGENT.address(), AGENT), "ETH", "is an agent (API wallet)");
    }

    @Test
    void aVenueThatCannotBeReachedIsASetupFailure() throws Exception {
        venue.close();
        refuses(access(Scenario.SIGNER.address(), Scenario.SIGNER), "ETH", "could not be asked", venue.restUrl());
    }

    @Test
    void theNetworkMustFitAWellKnownUrl() {
        ConnectorConfig fine = Scenario.config(venue, folder);
        assertThatThrownBy(() -> new ConnectorConfig(
                        Network.TESTNET,
                        "https://api.hyperliquid.xyz",
                        fine.wsUrl(),
                        fine.accounts(),
                        fine.markets(),
                        fine.minNotional(),
                        fine.nonceFolder(),
                        fine.connectTimeout(),
                        fine.readTimeout(),
                        fine.feedLimits()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TESTNET");
    }

    private void roles(String agentRole) {
        String agent = AGENT.address().text();
        venue.info(
                "userRole",
                request -> request.path("user").asString("").equals(agent) ? agentRole : "{\"role\":\"user\"}");
    }
}
