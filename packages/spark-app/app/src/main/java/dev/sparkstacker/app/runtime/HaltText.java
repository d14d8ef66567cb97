package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes into the kill-switch file, a line each.
 *
 * <pre>
 *  line  = [ "halt" | "flatten" ] [ part ]
 *  part  = "strategy" NAME | "market" ETH-USD | "account" NAME
 * </pre>
 *
 * <p>Nothing at all halts everything. A text with any other line halts everything too, and the text is the reason: a
 * misspelt emergency is still one. Only a market can be flattened on its own; {@code flatten} of another part flattens
 * everything.
 */
final class HaltText {
    private HaltText() {}

    /**
     * One thing to do.
     *
     * @param scope the part it is done to, or null for everything
     * @param reason in a person's words, or empty
     */
    record Wish(EmergencyAction action, @Nullable HaltScope scope, String reason) {}

    static List<Wish> parse(String text) {
        List<Wish> wishes = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            Optional<Wish> wish = line(line);
            if (wish.isEmpty()) {
                boolean flatten = wishes.stream().anyMatch(each -> each.action() == EmergencyAction.FLATTEN);
                return List.of(new Wish(flatten ? EmergencyAction.FLATTEN : EmergencyAction.HALT, null, text));
            }
            wishes.add(wish.get());
        }
        return wishes.isEmpty() ? List.of(new Wish(EmergencyAction.HALT, null, "")) : List.copyOf(wishes);
    }

    private static Optional<Wish> line(String line) {
        List<String> words = List.of(line.split("\\s+", -1));
        EmergencyAction action = words.getFirst().equals("flatten") ? EmergencyAction.FLATTEN : EmergencyAction.HALT;
        boolean named = words.getFirst().equals("flatten") || words.getFirst().equals("halt");
        List<String> part = named ? words.subList(1, words.size()) : words;
        if (part.isEmpty()) {
            return Optional.of(new Wish(action, null, ""));
        }
        return scope(part).map(scope -> {
            boolean alone = action == EmergencyAction.HALT || scope instanceof HaltScope.OneMarket;
            return new Wish(action, alone ? scope : null, alone ? "" : line);
        });
    }

    private static Optional<HaltScope> scope(List<String> words) {
        if (words.size() != 2) {
            return Optional.empty();
        }
        String name = words.getLast();
        try {
            return switch (words.getFirst()) {
                case "strategy" -> Optional.of(new HaltScope.OneStrategy(new StrategyId(name)));
                case "market" -> Optional.of(new HaltScope.OneMarket(MarketId.parse(name)));
                case "account" -> Optional.of(new HaltScope.OneAccount(new AccountId(name)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
