package dev.sparkstacker.domain.codec;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.Trigger;
import dev.sparkstacker.domain.Usd;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes random values of any record: extreme ones where the type takes all values, valid ones where it does not. */
final class RandomRecords {
    private static final long[] EXTREMES = {0, 1, -1, 127, 128, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE};

    private final Random random;

    RandomRecords(long seed) {
        random = new Random(seed);
    }

    /** Every record of a sealed family. */
    static List<Class<?>> members(Class<?> family) {
        if (!family.isSealed()) {
            return List.of(family);
        }
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(permitted -> members(permitted).stream())
                .distinct()
                .toList();
    }

    <T> T next(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Class<?> type) {
        Object known = constrained(type);
        if (known != null) {
            return known;
        }
        Object @Nullable [] constants = type.getEnumConstants();
        if (constants != null) {
            return constants[random.nextInt(constants.length)];
        }
        if (type.isSealed()) {
            List<Class<?>> members = members(type);
            return value(members.get(random.nextInt(members.size())));
        }
        return record(type);
    }

    private @Nullable Object constrained(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "long", "Long" -> number();
            case "int", "Integer" -> (int) number();
            case "boolean", "Boolean" -> random.nextBoolean();
            case "double", "Double" -> Double.longBitsToDouble(random.nextLong());
            case "String" -> text();
            case "byte[]" -> text().getBytes(StandardCharsets.UTF_8);
            case "long[]" -> random.longs(random.nextInt(5)).toArray();
            case "Price" -> new Price(number() & Long.MAX_VALUE);
            case "Quantity" -> new Quantity(number() & Long.MAX_VALUE);
            case "Leverage" -> new Leverage(1 + random.nextInt(1000));
            case "AccountId" -> new AccountId("account-" + random.nextInt(1000));
            case "StrategyId" -> new StrategyId("strategy-" + random.nextInt(1000));
            case "MarketId" -> new MarketId("k" + random.nextInt(1000));
            case "Bar" -> bar();
            case "OrderRequest" -> order();
            case "Instrument" ->
                new Instrument(
                        next(MarketId.class),
                        random.nextInt(1 << 30),
                        random.nextInt(7),
                        next(Leverage.class),
                        random.nextBoolean(),
                        next(Usd.class));
            default -> null;
        };
    }

    private long number() {
        int pick = random.nextInt(EXTREMES.length * 2);
        return pick < EXTREMES.length ? EXTREMES[pick] : random.nextLong() >> random.nextInt(64);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) (0x80 + random.nextInt(0x700)));
                case 1 -> text.append((char) (0x800 + random.nextInt(0xF800)));
                case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                default -> text.append((char) random.nextInt(0x80));
            }
        }
        return text.toString();
    }

    private Bar bar() {
        long[] prices = random.longs(4, 1, Long.MAX_VALUE).sorted().toArray();
        return new Bar(
                number(),
                new Price(prices[1]),
                new Price(prices[3]),
                new Price(prices[0]),
                new Price(prices[2]),
                next(Quantity.class),
                number());
    }

    private OrderRequest order() {
        OrderPurpose purpose = next(OrderPurpose.class);
        return new OrderRequest(
                next(ClientOrderId.class),
                new LegId(next(StrategyId.class), next(MarketId.class), next(LegRole.class)),
                purpose,
                next(Side.class),
                new Quantity(random.nextLong(1, Long.MAX_VALUE)),
                new Price(random.nextLong(1, Long.MAX_VALUE)),
                next(TimeInForce.class),
                purpose.reducesOnly() || random.nextBoolean(),
                random.nextBoolean() ? null : next(Trigger.class));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(components[i]);
        }
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("Cannot make a " + type, impossible);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
            return null;
        }
        if (component.getAnnotatedType() instanceof AnnotatedParameterizedType list) {
            Class<?> element = (Class<?>) list.getAnnotatedActualTypeArguments()[0].getType();
            List<Object> elements = new ArrayList<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                elements.add(value(element));
            }
            return elements;
        }
        return value(component.getType());
    }
}
