package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.AccountMode;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.AgentRegistry;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.VaultShares;
import dev.sparkstacker.wire.OrderRef;
import dev.sparkstacker.wire.info.ExtraAgent;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.OrderStatusAnswer;
import dev.sparkstacker.wire.info.SubAccount;
import dev.sparkstacker.wire.info.UserRole;
import dev.sparkstacker.wire.info.VaultEquity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers about a user that need some putting together. */
final class UserAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ORDERS = 2_000;

    private final Exchange exchange;
    private final AccountViews accounts;

    UserAnswers(Exchange exchange, AccountViews accounts) {
        this.exchange = exchange;
        this.accounts = accounts;
    }

    /** An account by its address in any letter case, or null. */
    @Nullable
    Account account(String user) {
        return dev.sparkstacker.wire.sign.Address.isAddress(user) ? exchange.account(Address.of(user)) : null;
    }

    OrderStatusAnswer orderStatus(InfoRequest.StatusOfOrder request) {
        Account account = account(request.user());
        Order order = account == null ? null : order(account, request.oid());
        return account == null || order == null
                ? new OrderStatusAnswer.UnknownOid()
                : new OrderStatusAnswer.Found(accounts.orders().historicalOrder(account, order));
    }

    static @Nullable Order order(Account account, OrderRef ref) {
        return switch (ref) {
            case OrderRef.Oid(long oid) -> account.order(oid);
            case OrderRef.Cloid(String text) -> {
                ClientOrderId cloid = ActionTranslator.cloidOrNull(text);
                yield cloid == null ? null : account.order(cloid);
            }
        };
    }

    List<HistoricalOrder> orders(Account account) {
        return account.orderHistory().stream()
                .limit(ORDERS)
                .map(order -> accounts.orders().historicalOrder(account, order))
                .toList();
    }

    Optional<List<SubAccount>> subAccounts(String user) {
        Account master = account(user);
        if (master == null) {
            return Optional.empty();
        }
        List<SubAccount> found = exchange.accounts().stream()
                .filter(account -> master.address().equals(account.master()))
                .map(account -> new SubAccount(
                        account.name(),
                        account.address().hex(),
                        master.address().hex(),
                        accounts.clearinghouse(account),
                        accounts.spot(account)))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    UserRole role(String user) {
        Account account = account(user);
        AgentRegistry.Agent agent = dev.sparkstacker.wire.sign.Address.isAddress(user)
                ? exchange.agents().agent(Address.of(user))
                : null;
        ObjectNode data = JSON.objectNode();
        if (account != null) {
            Address master = account.master();
            return switch (account.kind()) {
                case USER -> new UserRole("user", null);
                case VAULT -> new UserRole("vault", null);
                case SUB_ACCOUNT ->
                    new UserRole("subAccount", master == null ? null : data.put("master", master.hex()));
            };
        }
        return agent == null || agent.replaced()
                ? new UserRole("missing", null)
                : new UserRole("agent", data.put("user", agent.master()));
    }

    /** Named agents; those of the configuration have no end and are not listed, as unnamed ones are not. */
    List<ExtraAgent> extraAgents(Account account) {
        return exchange.agents().named(account.address()).stream()
                .filter(agent -> agent.validUntilMs() != Long.MAX_VALUE)
                .map(agent -> new ExtraAgent(agent.name(), agent.address(), agent.validUntilMs()))
                .toList();
    }

    /** How the account keeps its balances; an unknown one never set it. */
    String mode(String user) {
        Account account = account(user);
        return (account == null ? AccountMode.DEFAULT : account.mode()).text();
    }

    List<VaultEquity> vaultEquities(Account account) {
        List<VaultEquity> equities = new ArrayList<>();
        for (Account vault : exchange.accounts()) {
            VaultShares.Share share = vault.shares().of(account.address());
            if (share != null) {
                Usd worth = vault.shares()
                        .worth(account.address(), exchange.margin().accountValue(vault));
                equities.add(new VaultEquity(vault.address().hex(), Decimals.of(worth), share.lockedUntilMs()));
            }
        }
        return equities;
    }

    static JsonNode delegatorSummary() {
        return JSON.objectNode()
                .put("delegated", "0.0")
                .put("undelegated", "0.0")
                .put("totalPendingWithdrawal", "0.0")
                .put("nPendingWithdrawals", 0);
    }
}
