package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Usd;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns how much of a vault. The venue's own capital is a share without a user; a deposit buys shares at the vault's
 * value of the moment, a withdrawal sells them at it.
 *
 * <pre>
 *  worth of a share = vault value * shares / all shares, rounded down to 10^-6 USD: what is lost stays in the vault
 * </pre>
 */
public final class VaultShares {
    private static final long LOCKED_MS = 4 * 86_400_000L;
    private static final long MICRO = 100;

    /**
     * A user's part of a vault.
     *
     * @param sharesE8 shares in units of 10<sup>-8</sup>; the first dollar buys one
     * @param basis USD paid in for what is still held
     * @param lockedUntilMs venue time before which it cannot be withdrawn
     */
    public record Share(long sharesE8, Usd basis, long lockedUntilMs) {}

    /** A share as plain values. */
    public record ShareState(String user, long sharesE8, long basisE8, long lockedUntilMs) {}

    private final TreeMap<Address, Share> shares = new TreeMap<>();

    /** A user's share, or null. */
    public @Nullable Share of(Address user) {
        return shares.get(user);
    }

    /** What a user's share is worth of a vault of this value. */
    public Usd worth(Address user, Usd vaultValue) {
        Share share = shares.get(user);
        if (share == null || !vaultValue.isPositive()) {
            return Usd.ZERO;
        }
        long worth = FixedPoint.multiplyDivide(vaultValue.e8(), share.sharesE8(), total(), RoundingMode.DOWN);
        return new Usd(worth / MICRO * MICRO);
    }

    /** Adds a deposit made while the vault was worth the given amount without it. */
    void buy(Address user, Usd amount, Usd vaultValue, long nowMs) {
        long total = total();
        long bought = total == 0
                ? amount.e8()
                : FixedPoint.multiplyDivide(amount.e8(), total, vaultValue.e8(), RoundingMode.DOWN);
        Share held = shares.get(user);
        Share more = held == null
                ? new Share(bought, amount, nowMs + LOCKED_MS)
                : new Share(held.sharesE8() + bought, held.basis().plus(amount), nowMs + LOCKED_MS);
        shares.put(user, more);
    }

    /** Takes a withdrawal off a share; the basis that goes with it. */
    Usd sell(Address user, Usd amount, Usd vaultValue) {
        Share held = shares.get(user);
        if (held == null) {
            throw new IllegalStateException("No share of this user: " + user);
        }
        long sold = Math.min(
                held.sharesE8(),
                FixedPoint.multiplyDivide(amount.e8(), total(), vaultValue.e8(), RoundingMode.CEILING));
        boolean all = sold == held.sharesE8() || amount.compareTo(worth(user, vaultValue)) == 0;
        Usd basis = all ? held.basis() : Money.share(held.basis(), sold, held.sharesE8());
        if (all) {
            shares.remove(user);
        } else {
            shares.put(user, new Share(held.sharesE8() - sold, held.basis().minus(basis), held.lockedUntilMs()));
        }
        return basis;
    }

    private long total() {
        BigInteger sum = BigInteger.ZERO;
        for (Share share : shares.values()) {
            sum = sum.add(BigInteger.valueOf(share.sharesE8()));
        }
        return sum.longValueExact();
    }

    List<ShareState> state() {
        return shares.entrySet().stream()
                .map(entry -> new ShareState(
                        entry.getKey().hex(),
                        entry.getValue().sharesE8(),
                        entry.getValue().basis().e8(),
                        entry.getValue().lockedUntilMs()))
                .toList();
    }

    void restore(List<ShareState> states) {
        for (ShareState state : states) {
            shares.put(
                    new Address(state.user()),
                    new Share(state.sharesE8(), new Usd(state.basisE8()), state.lockedUntilMs()));
        }
    }
}
