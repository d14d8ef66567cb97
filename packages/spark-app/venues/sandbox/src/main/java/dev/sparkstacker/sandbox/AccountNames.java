package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.AccountKind;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The product's account names and the exchange's addresses. */
final class AccountNames {
    private final Map<AccountId, Address> addresses = new LinkedHashMap<>();
    private final Map<Address, AccountId> names = new LinkedHashMap<>();

    /** Gives a name an address of its own. */
    Address add(AccountId name) {
        Address address = new Address("0x" + "%040x".formatted(0xACC0000L + addresses.size()));
        addresses.put(name, address);
        names.put(address, name);
        return address;
    }

    /** The exchange's account. @throws IllegalArgumentException if there is none of this name */
    Account account(Exchange exchange, AccountId name) {
        Address address = addresses.get(name);
        Account account = address == null ? null : exchange.account(address);
        if (account == null) {
            throw new IllegalArgumentException("No such account: " + name);
        }
        return account;
    }

    /** The product's name of an account, made up for a sub-account; null for the venue's own vault. */
    @Nullable
    AccountId name(Account account) {
        AccountId name = names.get(account.address());
        if (name != null || account.kind() == AccountKind.VAULT) {
            return name;
        }
        return new AccountId("sub-" + account.address().hex().substring(2, 10));
    }
}
