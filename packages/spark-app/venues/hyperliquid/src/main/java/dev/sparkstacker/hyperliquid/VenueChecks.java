package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import dev.sparkstacker.wire.info.ExtraAgent;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.UserRole;
import dev.sparkstacker.wire.sign.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What must be true of the venue and of every account before anything is traded. */
final class VenueChecks {
    private final InfoClient info;
    private final Clocks time;
    private final Map<Address, UserRole> roles = new LinkedHashMap<>();

    VenueChecks(InfoClient info, Clocks time) {
        this.info = info;
        this.time = time;
    }

    /** The rules of the wanted markets. @throws VenueSetupException naming the nearest market for each that is not traded */
    static List<Instrument> markets(InstrumentTable table, List<MarketFeed> feeds) throws VenueSetupException {
        List<Instrument> found = new ArrayList<>();
        for (MarketFeed feed : feeds) {
            MarketId market = feed.market();
            if (table.isListed(market)) {
                found.add(table.find(market).orElseThrow());
                continue;
            }
            String state = table.find(market).isPresent() ? "is delisted at" : "is unknown to";
            throw new VenueSetupException(
                    "Market " + market.coin() + " " + state + " the venue. Names are case-sensitive;"
                            + " the nearest traded ones: " + String.join(", ", table.nearest(market)));
        }
        return found;
    }

    /**
     * Checks an account's mode and that its signer may trade for it.
     *
     * @return the master account that the signer trades for, itself or by its agent
     */
    Address account(AccountAccess access) throws VenueSetupException, ReadException, InterruptedException {
        refuseUnified(access);
        Address signer = access.signer().address();
        Address trader = access.vault() == null && signer.equals(access.address()) ? signer : masterOf(access, signer);
        UserRole role = role(access.address());
        switch (role.role()) {
            case "missing" -> throw refused(access, "does not exist at the venue yet: deposit USDC to it first");
            case "agent" ->
                throw refused(access, "is an agent (API wallet), not an account: use the address of its master");
            case "subAccount" -> requireVault(access, trader, text(role, "master"));
            case "vault" -> requireLeader(access, trader);
            default -> {
                if (!trader.equals(access.address())) {
                    throw refused(access, "cannot be traded with the given key: " + signer + " trades for " + trader);
                }
            }
        }
        return trader;
    }

    private void refuseUnified(AccountAccess access) throws VenueSetupException, ReadException, InterruptedException {
        String mode = info.ask(new InfoRequest.UserAbstraction(access.address().text()), Priority.ASK);
        if (AccountModes.isStandard(mode)) {
            return;
        }
        switch (mode) {
            case "unifiedAccount", "portfolioMargin" ->
                throw refused(
                        access,
                        "is in mode " + mode
                                + ": its balance is then not in the perp state that limits and sizing read."
                                + " Trade perps from an account in standard mode (userSetAbstraction disabled)");
            default -> throw refused(access, "is in the unknown mode '" + mode + "'; standard mode is needed");
        }
    }

    /** The master that a signer trades for: itself, or the one that approved it as agent. */
    private Address masterOf(AccountAccess access, Address signer)
            throws VenueSetupException, ReadException, InterruptedException {
        UserRole role = role(signer);
        if (role.role().equals("agent")) {
            Address master = text(role, "user");
            refuseExpired(access, master, signer);
            return master;
        }
        if (access.vault() == null) {
            throw refused(
                    access,
                    "cannot be traded with the given key: " + signer
                            + " is not an approved agent of it (the venue says '" + role.role()
                            + "'). Approve it from the master wallet, or use the agent key that is approved");
        }
        return signer;
    }

    private void refuseExpired(AccountAccess access, Address master, Address signer)
            throws VenueSetupException, ReadException, InterruptedException {
        Optional<ExtraAgent> agent = AgentLife.read(info, master, signer, Priority.ASK);
        if (agent.isPresent() && agent.get().validUntil() <= time.venueTimeMs()) {
            throw refused(
                    access,
                    "is signed for by agent '" + agent.get().name() + "' (" + signer + "), which expired at "
                            + Instant.ofEpochMilli(agent.get().validUntil())
                            + ": approve a new agent from the master wallet (keys create-agent)");
        }
    }

    /** A vault is traded by its leader alone. */
    private void requireLeader(AccountAccess access, Address trader)
            throws VenueSetupException, ReadException, InterruptedException {
        if (access.vault() == null) {
            throw refused(access, "is a vault: set it as vaultAddress too, with a signer of its leader");
        }
        JsonNode details =
                info.ask(new InfoRequest.VaultDetails(access.address().text(), null), Priority.ASK);
        String leader = details.path("leader").asString("").toLowerCase(Locale.ROOT);
        if (!Address.isAddress(leader)) {
            throw new ReadException("vaultDetails of " + access.address() + " came without its leader");
        }
        if (!trader.equals(new Address(leader))) {
            throw refused(access, "is a vault led by " + leader + ", but the given key trades for " + trader);
        }
    }

    private static void requireVault(AccountAccess access, Address trader, Address master) throws VenueSetupException {
        if (!trader.equals(master)) {
            throw refused(access, "is a sub-account of " + master + ", but the given key trades for " + trader);
        }
        if (access.vault() == null) {
            throw refused(access, "is a sub-account: set it as vaultAddress too");
        }
    }

    private UserRole role(Address address) throws ReadException, InterruptedException {
        UserRole known = roles.get(address);
        if (known == null) {
            known = info.ask(new InfoRequest.Role(address.text()), Priority.ASK);
            roles.put(address, known);
        }
        return known;
    }

    private static Address text(UserRole role, String key) throws ReadException {
        JsonNode data = role.data();
        String text = data == null ? "" : data.path(key).asString("").toLowerCase(Locale.ROOT);
        if (!Address.isAddress(text)) {
            throw new ReadException("userRole '" + role.role() + "' came without the address in data." + key);
        }
        return new Address(text);
    }

    private static VenueSetupException refused(AccountAccess access, String why) {
        return new VenueSetupException("Account '" + access.id() + "' (" + access.address() + ") " + why + ".");
    }
}
