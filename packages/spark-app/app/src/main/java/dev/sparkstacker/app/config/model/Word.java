package dev.sparkstacker.app.config.model;

/** A value of a closed list that is spelled in its own way in the configuration. */
public interface Word {
    /** Its spelling. */
    String word();
}
