package dev.sparkstacker.wire.sign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which fields of a user-signed action are signed, in order, and under which name. */
enum UserSignedFields {
    USD_SEND("usdSend", "UsdSend", "string destination,string amount,uint64 time"),
    SPOT_SEND("spotSend", "SpotSend", "string destination,string token,string amount,uint64 time"),
    WITHDRAW("withdraw3", "Withdraw", "string destination,string amount,uint64 time"),
    USD_CLASS_TRANSFER("usdClassTransfer", "UsdClassTransfer", "string amount,bool toPerp,uint64 nonce"),
    SEND_ASSET(
            "sendAsset",
            "SendAsset",
            "string destination,string sourceDex,string destinationDex,string token,string amount,string fromSubAccount,uint64 nonce"),
    APPROVE_AGENT("approveAgent", "ApproveAgent", "address agentAddress,string agentName,uint64 nonce"),
    APPROVE_BUILDER_FEE("approveBuilderFee", "ApproveBuilderFee", "string maxFeeRate,address builder,uint64 nonce"),
    TOKEN_DELEGATE("tokenDelegate", "TokenDelegate", "address validator,uint64 wei,bool isUndelegate,uint64 nonce"),
    USER_DEX_ABSTRACTION("userDexAbstraction", "UserDexAbstraction", "address user,bool enabled,uint64 nonce"),
    USER_SET_ABSTRACTION("userSetAbstraction", "UserSetAbstraction", "address user,string abstraction,uint64 nonce"),
    CONVERT_TO_MULTI_SIG("convertToMultiSigUser", "ConvertToMultiSigUser", "string signers,uint64 nonce");

    /** One field of a struct. */
    record Field(String type, String name) {}

    private final String actionType;
    private final String name;
    private final String fields;

    UserSignedFields(String actionType, String name, String fields) {
        this.actionType = actionType;
        this.name = name;
        this.fields = fields;
    }

    static Optional<UserSignedFields> of(String actionType) {
        for (UserSignedFields each : values()) {
            if (each.actionType.equals(actionType)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    String structName() {
        return "HyperliquidTransaction:" + name;
    }

    List<Field> fields() {
        return Arrays.stream(fields.split(",", -1))
                .map(f -> new Field(f.substring(0, f.indexOf(' ')), f.substring(f.indexOf(' ') + 1)))
                .toList();
    }
}
