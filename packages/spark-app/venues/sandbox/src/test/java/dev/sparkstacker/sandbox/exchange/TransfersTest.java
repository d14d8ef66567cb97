package dev.sparkstacker.sandbox.exchange;

import static dev.sparkstacker.sandbox.exchange.Rig.ALICE;
import static dev.sparkstacker.sandbox.exchange.Rig.BOB;
import static dev.sparkstacker.sandbox.exchange.Rig.limit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that moves without a trade: nothing is made or lost, and every move stands in the ledgers it concerns. */
class TransfersTest {
    private static final ActionResult DONE = new ActionResult.Done();
    private static final ActionResult NOT_ENOUGH = refused("Insufficient balance for token transfer");
    private static final long DAY_MS = 86_400_000L;

    private final Rig rig = new Rig(VenueRules.venue().withLatencyMs(0).withVolumeGates(Usd.ZERO, Usd.ZERO));

    @AfterEach
    void booksBalance() {
        rig.assertBooksBalance();
    }

    private static ActionResult refused(String text) {
        return new ActionResult.Refused(text);
    }

    private LedgerEntry lastEntry(Address address) {
        return rig.account(address).ledger().stream().toList().getLast();
    }

    private Address subAccount() {
        return ((ActionResult.SubAccountCreated) rig.act(ALICE, new VenueAction.CreateSubAccount("hedge"))).address();
    }

    @Test
    void perpUsdcGoesToAnotherUser() {
        assertThat(rig.act(ALICE, new VenueAction.SendUsd(BOB, Usd.of("250.5"))))
                .isEqualTo(DONE);

        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.of("9749.5"));
        assertThat(rig.account(BOB).cash()).isEqualTo(Usd.of("10250.5"));
        assertThat(lastEntry(BOB))
                .isEqualTo(new LedgerEntry(
                        Rig.START, Usd.of("250.5"), Usd.ZERO, new LedgerDetail.InternalTransfer(ALICE, BOB)));
    }

    @Test
    void aNewAccountPaysItsActivationOutOfTheFirstTransfer() {
        Address stranger = Address.of("0x" + "9".repeat(40));

        rig.act(ALICE, new VenueAction.SendUsd(stranger, Usd.of("50")));

        assertThat(rig.account(stranger).cash()).isEqualTo(Usd.of("49"));
        assertThat(lastEntry(stranger).fee()).isEqualTo(Usd.of("1"));
        rig.act(ALICE, new VenueAction.SendUsd(stranger, Usd.of("50")));
        assertThat(rig.account(stranger).cash()).as("only the first").isEqualTo(Usd.of("99"));
    }

    @Test
    void onlyWhatIsNotNeededAsMarginLeaves() {
        rig.place(ALICE, limit(Side.BUY, "40", "2600", Tif.IOC));

        assertThat(rig.act(ALICE, new VenueAction.SendUsd(BOB, Usd.of("1")))).isEqualTo(NOT_ENOUGH);
        assertThat(rig.act(ALICE, new VenueAction.Withdraw(Usd.of("2"), 7)))
                .isEqualTo(refused("Insufficient balance for withdrawal"));
        assertThat(rig.act(ALICE, new VenueAction.TransferBetweenClasses(Usd.of("1"), false)))
                .isEqualTo(NOT_ENOUGH);
    }

    @Test
    void amountsFinerThanAMillionthAndSendsToOneselfAreInvalid() {
        assertThat(rig.act(ALICE, new VenueAction.SendUsd(BOB, Usd.of("11.38693826"))))
                .isEqualTo(refused("Invalid send"));
        assertThat(rig.act(ALICE, new VenueAction.SendUsd(ALICE, Usd.of("11")))).isEqualTo(refused("Invalid send"));
    }

    @Test
    void aWithdrawalLeavesLessTheVenuesDollar() {
        assertThat(rig.act(ALICE, new VenueAction.Withdraw(Usd.of("100"), 7))).isEqualTo(DONE);

        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.of("9900"));
        assertThat(lastEntry(ALICE))
                .isEqualTo(new LedgerEntry(Rig.START, Usd.of("-100"), Usd.of("1"), new LedgerDetail.Withdrawal(7)));
    }

    @Test
    void anOperatorDepositsAndWithdrawsWithoutASignature() {
        rig.exchange.deposit(ALICE, Usd.of("500"));
        assertThat(rig.exchange.withdraw(ALICE, Usd.of("10000"))).isEmpty();
        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.of("500"));
        assertThat(rig.exchange.withdraw(ALICE, Usd.of("10000"))).contains("Insufficient balance for withdrawal");
    }

    @Test
    void moneyMovesBetweenThePerpAndTheSpotSide() {
        assertThat(rig.act(ALICE, new VenueAction.TransferBetweenClasses(Usd.of("300"), false)))
                .isEqualTo(DONE);
        assertThat(rig.account(ALICE).spot()).isEqualTo(Usd.of("300"));
        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.of("9700"));
        assertThat(lastEntry(ALICE).detail()).isEqualTo(new LedgerDetail.ClassTransfer(Usd.of("300"), false));

        assertThat(rig.act(ALICE, new VenueAction.SendSpot(BOB, Usd.of("100")))).isEqualTo(DONE);
        assertThat(rig.act(ALICE, new VenueAction.TransferBetweenClasses(Usd.of("201"), true)))
                .isEqualTo(NOT_ENOUGH);
        assertThat(rig.act(ALICE, new VenueAction.TransferBetweenClasses(Usd.of("200"), true)))
                .isEqualTo(DONE);
        assertThat(rig.account(ALICE).spot()).isEqualTo(Usd.ZERO);
        assertThat(rig.account(BOB).spot()).isEqualTo(Usd.of("100"));
    }

    @Test
    void aSubAccountIsFundedAndEmptiedByItsMasterOnly() {
        Address sub = subAccount();
        assertThat(rig.act(ALICE, new VenueAction.TransferToSubAccount(sub, true, Usd.of("400"))))
                .isEqualTo(DONE);
        assertThat(lastEntry(sub).detail()).isEqualTo(new LedgerDetail.SubAccountTransfer(ALICE, sub));
        assertThat(rig.act(ALICE, new VenueAction.TransferToSubAccount(sub, false, Usd.of("401"))))
                .isEqualTo(NOT_ENOUGH);
        assertThat(rig.act(ALICE, new VenueAction.TransferToSubAccount(sub, false, Usd.of("150"))))
                .isEqualTo(DONE);
        assertThat(rig.account(sub).cash()).isEqualTo(Usd.of("250"));
        rig.act(ALICE, new VenueAction.TransferBetweenClasses(Usd.of("30"), false));
        assertThat(rig.act(ALICE, new VenueAction.TransferSpotToSubAccount(sub, true, Usd.of("30"))))
                .isEqualTo(DONE);
        assertThat(rig.account(sub).spot()).isEqualTo(Usd.of("30"));
        String foreign = "Invalid sub-account transfer from " + BOB + " to " + sub;
        assertThat(rig.act(BOB, new VenueAction.TransferToSubAccount(sub, false, Usd.of("1"))))
                .isEqualTo(refused(foreign));
        assertThat(rig.act(BOB, new VenueAction.TransferSpotToSubAccount(sub, false, Usd.of("1"))))
                .isEqualTo(refused(foreign));
        assertThat(rig.act(ALICE, new VenueAction.RenameSubAccount(sub, "spare")))
                .isEqualTo(DONE);
        assertThat(rig.account(sub).name()).isEqualTo("spare");
    }

    @Test
    void aVaultsDepositorSharesItsProfitAndWaitsOutTheLockUp() {
        Address vault = rig.exchange.vault().address();
        assertThat(rig.act(ALICE, new VenueAction.TransferToVault(BOB, true, Usd.of("1"))))
                .isEqualTo(refused("Vault not registered: " + BOB));
        assertThat(rig.act(ALICE, new VenueAction.TransferToVault(vault, true, Usd.of("5000"))))
                .isEqualTo(DONE);
        rig.exchange.deposit(vault, Usd.of("10005000"));

        Usd worth =
                rig.exchange.vault().shares().worth(ALICE, rig.exchange.margin().accountValue(rig.exchange.vault()));
        assertThat(worth).as("the vault's value doubled").isEqualTo(Usd.of("10000"));
        ActionResult early = rig.act(ALICE, new VenueAction.TransferToVault(vault, false, Usd.of("100")));
        assertThat(early).isEqualTo(refused("Cannot withdraw during lockup period after depositing."));
        rig.exchange.advanceTo(Rig.START + 4 * DAY_MS);
        assertThat(rig.act(ALICE, new VenueAction.TransferToVault(vault, false, Usd.of("10000.000001"))))
                .isEqualTo(NOT_ENOUGH);
        assertThat(rig.act(ALICE, new VenueAction.TransferToVault(vault, false, Usd.of("10000"))))
                .isEqualTo(DONE);
        assertThat(lastEntry(ALICE).detail()).isEqualTo(new LedgerDetail.VaultWithdrawal(vault, Usd.of("5000")));
        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.of("15000"));
        assertThat(rig.exchange.vault().shares().of(ALICE)).isNull();
    }

    @Test
    void aUnifiedAccountHasOneBalanceForEverything() {
        rig.act(ALICE, new VenueAction.TransferBetweenClasses(Usd.of("9000"), false));
        assertThat(Rig.errorOf(rig.place(ALICE, limit(Side.BUY, "20", "2600", Tif.IOC))))
                .as("1000 of margin")
                .isEqualTo("Insufficient margin to place order. asset=1");

        assertThat(rig.act(ALICE, new VenueAction.SetAccountMode(AccountMode.UNIFIED)))
                .isEqualTo(DONE);

        assertThat(rig.account(ALICE).cash()).isEqualTo(Usd.of("10000"));
        assertThat(rig.account(ALICE).spot()).isEqualTo(Usd.ZERO);
        assertThat(rig.place(ALICE, limit(Side.BUY, "20", "2600", Tif.IOC)))
                .isInstanceOf(ActionResult.OrderResult.Filled.class);
        for (VenueAction disabled : List.of(
                new VenueAction.TransferBetweenClasses(Usd.of("1"), true),
                new VenueAction.SendUsd(BOB, Usd.of("1")),
                new VenueAction.SendSpot(BOB, Usd.of("1")))) {
            assertThat(rig.act(ALICE, disabled)).isEqualTo(refused("Action disabled when unified account is active"));
        }
        assertThat(rig.act(ALICE, new VenueAction.SetAccountMode(AccountMode.DISABLED)))
                .isEqualTo(refused("Cannot leave a unified account with open positions or orders."));
    }
}
