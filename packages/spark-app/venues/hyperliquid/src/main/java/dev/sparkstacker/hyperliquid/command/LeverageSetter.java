package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.command.Command.SetLeverage;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.AnswerEvent.LeverageConfirmed;
import dev.sparkstacker.domain.event.AnswerEvent.LeverageUnconfirmed;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.http.ActReply;
import dev.sparkstacker.hyperliquid.http.ExchangeClient;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.AccountMapping;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeData;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.info.ActiveAssetData;
import dev.sparkstacker.wire.info.InfoRequest;

/** Sets leverage and margin mode and believes only what it reads back, whatever the answer to the setting was. */
final class LeverageSetter {
    private final ExchangeClient exchange;
    private final InfoClient info;
    private final EventSink sink;

    /** @param sink told of limits that were hit */
    LeverageSetter(ExchangeClient exchange, InfoClient info, EventSink sink) {
        this.exchange = exchange;
        this.info = info;
        this.sink = sink;
    }

    AnswerEvent set(SetLeverage set, AccountPort port, int assetId) throws InterruptedException {
        boolean cross = set.marginMode() == MarginMode.CROSS;
        Action action = new Action.UpdateLeverage(assetId, cross, set.leverage().times());
        String said = send(port, action);
        ActiveAssetData data;
        try {
            String user = port.access().address().text();
            data = info.ask(new InfoRequest.AssetData(user, set.market().coin()), Priority.ASK);
        } catch (ReadException e) {
            return unconfirmed(set, said + "; reading back failed: " + e.getMessage());
        }
        MarginMode mode = AccountMapping.marginMode(data.leverage());
        int times = data.leverage().value();
        if (mode == set.marginMode() && times == set.leverage().times()) {
            return new LeverageConfirmed(set.account(), set.market(), new Leverage(times), mode);
        }
        return unconfirmed(
                set,
                said + "; wanted " + set.leverage() + " " + set.marginMode() + ", the venue has " + times + "x "
                        + mode);
    }

    private String send(AccountPort port, Action action) throws InterruptedException {
        AccountAccess access = port.access();
        ActReply reply = port.send(
                exchange,
                () -> exchange.sign(access.signer(), port.nonces(), action, access.vault(), null),
                Priority.ACT,
                sink);
        return switch (reply) {
            case ActReply.NotTaken(String detail) -> detail;
            case ActReply.Unknown(String detail) -> detail;
            case ActReply.Answered(ExchangeResponse.Refused(String message)) -> "the venue refused: " + message;
            case ActReply.Answered(ExchangeResponse.Accepted(ExchangeData _)) -> "the venue accepted";
        };
    }

    private static LeverageUnconfirmed unconfirmed(SetLeverage set, String detail) {
        return new LeverageUnconfirmed(set.account(), set.market(), detail);
    }
}
