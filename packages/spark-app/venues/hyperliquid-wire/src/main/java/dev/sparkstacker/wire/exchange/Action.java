package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.OrderRef;
import dev.sparkstacker.wire.json.Fallback;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Key;
import dev.sparkstacker.wire.json.OmitFalse;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An action of POST /exchange. The order of components is the order of keys that is hashed. Addresses must be lower case,
 * cloids {@code 0x} and 32 lower-case hex digits.
 */
@TaggedBy("type")
public sealed interface Action {

    /** The action as a tree with its keys in the order that is hashed. */
    default ObjectNode tree() {
        return (ObjectNode) Json.tree(Action.class, this);
    }

    /**
     * An action that moves money or authority: signed as EIP-712 fields instead of a msgpack hash, by the account's own key. The
     * amount is a string because its exact spelling is signed.
     */
    sealed interface UserSigned extends Action {
        /** Chain id of the signing domain, in hex; any will do, as long as it is the one signed. */
        String signatureChainId();

        /** {@code Mainnet} or {@code Testnet}. */
        String hyperliquidChain();
    }

    /** Places orders. */
    @Tag("order")
    record Order(
            List<OrderSpec> orders,
            Grouping grouping,
            @Nullable BuilderFee builder) implements Action {}

    /** Cancels by the venue's ids; fast is refused for trigger orders. */
    @Tag("cancel")
    record Cancel(
            List<CancelSpec> cancels, @Key("f") @OmitFalse boolean fast) implements Action {}

    /** Cancels by client ids. */
    @Tag("cancelByCloid")
    record CancelByCloid(
            List<CloidCancelSpec> cancels,
            @Key("f") @OmitFalse boolean fast) implements Action {}

    /** Replaces one order; the answer does not carry the new id. */
    @Tag("modify")
    record Modify(
            OrderRef oid,
            OrderSpec order,
            @Key("a") @OmitFalse boolean alwaysPlace) implements Action {}

    /** Replaces orders; the answer carries the new ids. */
    @Tag("batchModify")
    record BatchModify(
            List<ModifySpec> modifies, @Key("a") @OmitFalse boolean alwaysPlace) implements Action {}

    /** The dead man's switch: cancels everything at a time (unix ms); without a time it is cleared. */
    @Tag("scheduleCancel")
    record ScheduleCancel(@Nullable Long time) implements Action {}

    /** Sets leverage and margin mode of a market. */
    @Tag("updateLeverage")
    record UpdateLeverage(int asset, boolean isCross, int leverage) implements Action {}

    /** Adds (positive) or removes margin of an isolated position; ntli is USD times 10^6, isBuy always true. */
    @Tag("updateIsolatedMargin")
    record UpdateIsolatedMargin(int asset, boolean isBuy, long ntli) implements Action {}

    /** Adds margin until a leverage is reached. */
    @Tag("topUpIsolatedOnlyMargin")
    record TopUpIsolatedOnlyMargin(int asset, String leverage) implements Action {}

    /** Places a TWAP order. */
    @Tag("twapOrder")
    record TwapOrder(TwapSpec twap, @Nullable JsonNode details) implements Action {}

    /** Cancels a TWAP order. */
    @Tag("twapCancel")
    record TwapCancel(@Key("a") int asset, @Key("t") long twapId) implements Action {}

    /** Burns a nonce. */
    @Tag("noop")
    record Noop() implements Action {}

    /** Buys address budget. */
    @Tag("reserveRequestWeight")
    record ReserveRequestWeight(long weight, @Nullable String destination) implements Action {}

    /** Sets the referrer. */
    @Tag("setReferrer")
    record SetReferrer(String code) implements Action {}

    /** Creates a sub-account. */
    @Tag("createSubAccount")
    record CreateSubAccount(String name) implements Action {}

    /** Renames a sub-account. */
    @Tag("subAccountModify")
    record SubAccountModify(String subAccountUser, String name) implements Action {}

    /** Moves perp USDC to or from a sub-account; usd is USD times 10^6. */
    @Tag("subAccountTransfer")
    record SubAccountTransfer(String subAccountUser, boolean isDeposit, long usd) implements Action {}

    /** Moves a token to or from a sub-account. */
    @Tag("subAccountSpotTransfer")
    record SubAccountSpotTransfer(String subAccountUser, boolean isDeposit, String token, String amount)
            implements Action {}

    /** Moves USDC to or from a vault; usd is USD times 10^6. */
    @Tag("vaultTransfer")
    record VaultTransfer(String vaultAddress, boolean isDeposit, long usd) implements Action {}

    /** Moves an asset within one user, signed by an agent. */
    @Tag("agentSendAsset")
    record AgentSendAsset(
            String destination,
            String sourceDex,
            String destinationDex,
            String token,
            String amount,
            String fromSubAccount,
            long nonce)
            implements Action {}

    /** Sets the account mode: i, u or p. */
    @Tag("agentSetAbstraction")
    record AgentSetAbstraction(String abstraction) implements Action {}

    /** Chooses HyperEVM block size. */
    @Tag("evmUserModify")
    record EvmUserModify(boolean usingBigBlocks) implements Action {}

    /** Claims rewards. */
    @Tag("claimRewards")
    record ClaimRewards() implements Action {}

    /** An action of a multi-sig account with its inner signatures. */
    @Tag("multiSig")
    record MultiSig(String signatureChainId, List<Signature> signatures, MultiSigPayload payload) implements Action {}

    /** Sends perp USDC. */
    @Tag("usdSend")
    record UsdSend(String signatureChainId, String hyperliquidChain, String destination, String amount, long time)
            implements UserSigned {}

    /** Sends a spot token. */
    @Tag("spotSend")
    record SpotSend(
            String signatureChainId,
            String hyperliquidChain,
            String destination,
            String token,
            String amount,
            long time)
            implements UserSigned {}

    /** Withdraws USDC to the bridge chain. */
    @Tag("withdraw3")
    record Withdraw(String signatureChainId, String hyperliquidChain, String destination, String amount, long time)
            implements UserSigned {}

    /** Moves USDC between spot and perp. */
    @Tag("usdClassTransfer")
    record UsdClassTransfer(String signatureChainId, String hyperliquidChain, String amount, boolean toPerp, long nonce)
            implements UserSigned {}

    /** Moves an asset between dexs and users. */
    @Tag("sendAsset")
    record SendAsset(
            String signatureChainId,
            String hyperliquidChain,
            String destination,
            String sourceDex,
            String destinationDex,
            String token,
            String amount,
            String fromSubAccount,
            long nonce)
            implements UserSigned {}

    /** Approves an agent (API wallet); unnamed when the name is absent or empty, revoked by address zero. */
    @Tag("approveAgent")
    record ApproveAgent(
            String signatureChainId,
            String hyperliquidChain,
            String agentAddress,
            @Nullable String agentName,
            long nonce)
            implements UserSigned {}

    /** Approves a builder's fee. */
    @Tag("approveBuilderFee")
    record ApproveBuilderFee(
            String signatureChainId, String hyperliquidChain, String maxFeeRate, String builder, long nonce)
            implements UserSigned {}

    /** Stakes or unstakes. */
    @Tag("tokenDelegate")
    record TokenDelegate(
            String signatureChainId,
            String hyperliquidChain,
            String validator,
            long wei,
            boolean isUndelegate,
            long nonce)
            implements UserSigned {}

    /** Switches dex abstraction. */
    @Tag("userDexAbstraction")
    record UserDexAbstraction(
            String signatureChainId, String hyperliquidChain, String user, boolean enabled, long nonce)
            implements UserSigned {}

    /** Sets the account mode. */
    @Tag("userSetAbstraction")
    record UserSetAbstraction(
            String signatureChainId, String hyperliquidChain, String user, String abstraction, long nonce)
            implements UserSigned {}

    /** Makes the account multi-sig. */
    @Tag("convertToMultiSigUser")
    record ConvertToMultiSigUser(String signatureChainId, String hyperliquidChain, String signers, long nonce)
            implements UserSigned {}

    /** A type without a record here, as it came. */
    @Fallback
    record Other(JsonNode raw) implements Action {}
}
