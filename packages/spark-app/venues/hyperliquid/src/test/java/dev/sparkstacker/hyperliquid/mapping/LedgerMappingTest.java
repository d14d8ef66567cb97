package dev.sparkstacker.hyperliquid.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.AccountEvent.MoneyMoved;
import dev.sparkstacker.wire.info.LedgerDelta;
import dev.sparkstacker.wire.info.LedgerUpdate;
import dev.sparkstacker.wire.sign.Address;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

class LedgerMappingTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final String US = "0x" + "ab".repeat(20);
    private static final String OTHER = "0x" + "cd".repeat(20);
    private static final BigDecimal HUNDRED = new BigDecimal("100.0");
    private static final BigDecimal ONE = new BigDecimal("1.0");
    private static final BigDecimal NONE = BigDecimal.ZERO;

    private static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(new LedgerDelta.Deposit(HUNDRED), "100"),
                Arguments.of(new LedgerDelta.Withdraw(HUNDRED, 7, ONE), "-101"),
                Arguments.of(new LedgerDelta.InternalTransfer(HUNDRED, OTHER, US, ONE), "99"),
                Arguments.of(new LedgerDelta.InternalTransfer(HUNDRED, US, OTHER, NONE), "-100"),
                Arguments.of(
                        new LedgerDelta.SubAccountTransfer(
                                HUNDRED,
                                OTHER,
                                US.toUpperCase(java.util.Locale.ROOT).replace("0X", "0x")),
                        "100"),
                Arguments.of(new LedgerDelta.SubAccountTransfer(HUNDRED, US, OTHER), "-100"),
                Arguments.of(new LedgerDelta.AccountClassTransfer(HUNDRED, true), "100"),
                Arguments.of(new LedgerDelta.AccountClassTransfer(HUNDRED, false), "-100"),
                Arguments.of(new LedgerDelta.VaultDeposit(OTHER, HUNDRED), "-100"),
                Arguments.of(new LedgerDelta.VaultDeposit(US, HUNDRED), "100"),
                Arguments.of(new LedgerDelta.VaultDistribution(OTHER, HUNDRED), "100"),
                Arguments.of(
                        new LedgerDelta.VaultWithdraw(OTHER, US, HUNDRED, ONE, ONE, HUNDRED, new BigDecimal("98")),
                        "98"),
                Arguments.of(
                        new LedgerDelta.VaultWithdraw(US, OTHER, HUNDRED, ONE, ONE, HUNDRED, new BigDecimal("98")),
                        "-100"));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aMoveChangesTheAccountByItsAmountWithItsSign(LedgerDelta delta, String amount) throws Impossible {
        MoneyMoved moved = LedgerMapping.move(MAIN, new Address(US), new LedgerUpdate(1_000, "0x1f", delta))
                .orElseThrow();
        assertThat(moved.account()).isEqualTo(MAIN);
        assertThat(moved.amount()).isEqualTo(Usd.of(amount));
        assertThat(moved.movedAtMs()).isEqualTo(1_000);
    }

    @Test
    void twoMovesOfOneTransactionAreTwoAndTheSameOneToldAgainIsOne() throws Impossible {
        LedgerUpdate in = new LedgerUpdate(1_000, "0x1f", new LedgerDelta.AccountClassTransfer(HUNDRED, true));
        LedgerUpdate again =
                new LedgerUpdate(1_000, "0x1f", new LedgerDelta.AccountClassTransfer(new BigDecimal("100"), true));
        LedgerUpdate out = new LedgerUpdate(1_000, "0x1f", new LedgerDelta.AccountClassTransfer(HUNDRED, false));
        assertThat(id(in)).isEqualTo(id(again)).isNotEqualTo(id(out));
    }

    private static String id(LedgerUpdate update) throws Impossible {
        return LedgerMapping.move(MAIN, new Address(US), update).orElseThrow().moveId();
    }

    @Test
    void whatLeavesThePerpAccountsValueAloneIsNoMove() throws Impossible {
        List<LedgerDelta> others = List.of(
                new LedgerDelta.SpotTransfer("HYPE", ONE, HUNDRED, US, OTHER, NONE, NONE, null, null),
                new LedgerDelta.Liquidation(HUNDRED, ONE, "Cross", List.of()),
                new LedgerDelta.RewardsClaim(ONE, null));
        for (LedgerDelta delta : others) {
            assertThat(LedgerMapping.move(MAIN, new Address(US), new LedgerUpdate(1_000, "0x1f", delta)))
                    .as("%s", delta)
                    .isEmpty();
        }
    }

    @Test
    void aKindNobodyHasDocumentedIsNeverGuessed() {
        LedgerDelta unknown = new LedgerDelta.Other(
                JsonNodeFactory.instance.objectNode().put("type", "gift").put("usdc", "5"));
        assertThatThrownBy(() -> LedgerMapping.move(MAIN, new Address(US), new LedgerUpdate(1_000, "0x1f", unknown)))
                .isInstanceOf(Impossible.class)
                .hasMessageContaining("gift");
    }

    @Test
    void anAmountNoAccountCanHoldIsImpossible() {
        LedgerDelta huge = new LedgerDelta.Deposit(new BigDecimal("1e30"));
        assertThatThrownBy(() -> LedgerMapping.move(MAIN, new Address(US), new LedgerUpdate(1_000, "0x1f", huge)))
                .isInstanceOf(Impossible.class);
    }
}
