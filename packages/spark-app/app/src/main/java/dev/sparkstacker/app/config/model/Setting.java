package dev.sparkstacker.app.config.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a setting means, may be and is when nobody sets it. The JSON Schema is made of these. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** What it means, for people; ends with a full stop. */
    String value();

    /** Its value when nobody sets it; empty means it must be set, unless its type allows null, an object or a list. */
    String byDefault() default "";

    /** The least a number may be. */
    String min() default "";

    /** The most a number may be. */
    String max() default "";

    /** The regular expression a text must match as a whole. */
    String pattern() default "";

    /** What the pattern wants, in words. */
    String form() default "";

    /** The environment variable that overrides it. */
    String env() default "";

    /** Whether it decides what is traded, and so belongs to the configuration hash. */
    boolean inHash() default true;
}
