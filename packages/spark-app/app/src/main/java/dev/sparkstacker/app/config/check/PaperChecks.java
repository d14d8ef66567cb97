package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.model.FeedKind;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.model.PaperSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;

/** The paper settings agree with each other. */
final class PaperChecks {
    private PaperChecks() {}

    static void run(Scope scope) {
        PaperSettings paper = scope.config().paper();
        if (paper.feed() == FeedKind.FILE && paper.dataFile() == null) {
            scope.error("paper.feed", "the feed \"file\" has no file", "Set paper.dataFile, or use --data FILE.");
        }
        if (paper.feed() != FeedKind.FILE && paper.dataFile() != null) {
            scope.error(
                    "paper.dataFile",
                    "a file is given, but the feed is not \"file\"",
                    "Set paper.feed to \"file\" or leave the file out.");
        }
        if (paper.feed() == FeedKind.HYPERLIQUID && paper.speed().compareTo(BigDecimal.ONE) != 0) {
            scope.error(
                    "paper.speed",
                    "the public feed runs in real time, speed " + paper.speed().toPlainString() + " cannot be",
                    "Set paper.speed to 1 (--speed 1).");
        }
        if (scope.config().mode() == Mode.PAPER) {
            scope.config().strategies().forEach(strategy -> balanceCovers(scope, strategy, paper.startingBalanceUsd()));
        }
    }

    private static void balanceCovers(Scope scope, StrategySettings strategy, Usd balance) {
        Usd margin = strategy.main().marginUsd();
        if (margin != null && margin.compareTo(balance) > 0) {
            scope.error(
                    scope.pathOf(strategy.main()) + ".marginUsd",
                    "margin " + margin + " USD exceeds the paper account's " + balance + " USD",
                    "Lower it or raise paper.startingBalanceUsd.");
        }
    }
}
