package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.bind.ScalarReader.Unreadable;
import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.Scalar;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.ParameterSpec;
import java.math.BigDecimal;

/** Reads a strategy's parameters as their specifications say, into the text that the strategy takes. */
final class ParameterReader {
    private ParameterReader() {}

    /** The value's canonical text. */
    static String read(Scalar scalar, ParameterSpec spec) throws Unreadable {
        String text = switch (spec) {
            case ParameterSpec.Numeric numeric -> number(scalar, numeric);
            case ParameterSpec.Choice choice -> ScalarReader.word(scalar, choice.words());
            case ParameterSpec.Toggle toggle -> Boolean.toString(ScalarReader.truth(scalar));
            case ParameterSpec.Text words -> words(scalar);
        };
        try {
            spec.check(text);
        } catch (InvalidParameter wrong) {
            throw new Unreadable(wrong.what(), wrong.remedy());
        }
        return text;
    }

    private static String number(Scalar scalar, ParameterSpec.Numeric spec) throws Unreadable {
        Bounds bounds =
                new Bounds(spec.minimum().toPlainString(), spec.maximum().toPlainString());
        Class<?> type = spec.wholeNumber() ? long.class : BigDecimal.class;
        Object value = ScalarReader.number(scalar, type, spec.name(), bounds);
        return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }

    private static String words(Scalar scalar) throws Unreadable {
        if (scalar.form() != Form.STRING && scalar.form() != Form.SUBSTITUTED) {
            throw new Unreadable("expected a text, got " + scalar.describe(), "Put it in quotes.");
        }
        return scalar.text();
    }
}
