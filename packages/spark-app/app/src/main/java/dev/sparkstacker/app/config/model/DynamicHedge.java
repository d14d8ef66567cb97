package dev.sparkstacker.app.config.model;

/** Whether the hedge is managed by the profit of both legs. */
public enum DynamicHedge {
    OFF,
    ON
}
