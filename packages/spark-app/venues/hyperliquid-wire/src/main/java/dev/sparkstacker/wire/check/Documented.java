package dev.sparkstacker.wire.check;

import java.util.List;

/** Types that the venue documents and that this product carries as JSON without reading them. */
final class Documented {
    static final List<String> INFO = List.of(
            "allPerpMetas",
            "approvedBuilders",
            "alignedQuoteTokenInfo",
            "allBorrowLendReserveStates",
            "blockDetails",
            "borrowLendReserveState",
            "borrowLendUserState",
            "gossipRootIps",
            "leadingVaults",
            "legalCheck",
            "liquidatable",
            "outcomeMeta",
            "perpCategories",
            "perpConciseAnnotations",
            "perpDeployAuctionStatus",
            "preTransferCheck",
            "settledOutcome",
            "spotDeployState",
            "spotPairDeployAuctionStatus",
            "subAccounts2",
            "tokenDetails",
            "txDetails",
            "userBorrowLendInterest",
            "userDetails",
            "userDexAbstraction",
            "userToMultiSigSigners",
            "userTwapSliceFillsByTime",
            "validatorL1Votes",
            "validatorStats",
            "validatorSummaries",
            "vaultSummaries",
            "webData2",
            "webData3",
            "isVip");

    static final List<String> ACTIONS = List.of(
            "agentEnableDexAbstraction",
            "borrowLend",
            "cDeposit",
            "cWithdraw",
            "CSignerAction",
            "CValidatorAction",
            "createVault",
            "finalizeEvmContract",
            "gossipPriorityBid",
            "linkStakingUser",
            "perpDeploy",
            "registerReferrer",
            "setDisplayName",
            "spotDeploy",
            "spotUser",
            "userOutcome",
            "userPortfolioMargin",
            "validatorL1Stream",
            "vaultDistribute",
            "vaultModify");

    static final List<String> CHANNELS = List.of(
            "allDexsAssetCtxs",
            "allDexsClearinghouseState",
            "assetCtxs",
            "explorerBlock",
            "explorerTxs",
            "fastAssetCtxs",
            "outcomeMetaUpdates",
            "twapStates",
            "userTwapHistory",
            "webData2",
            "webData3");

    private Documented() {}
}
