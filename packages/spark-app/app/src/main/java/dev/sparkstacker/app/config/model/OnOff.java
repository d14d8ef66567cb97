package dev.sparkstacker.app.config.model;

/** Whether something is done at all. */
public enum OnOff {
    OFF,
    ON
}
