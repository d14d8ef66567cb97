package dev.sparkstacker.domain.codec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number that names a record of a sealed family in the canonical binary form; never reused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireId {
    /** 1 to 255, unique within its sealed family. */
    int value();
}
