package dev.sparkstacker.domain;

/**
 * An order that risk has approved: the only order a venue port accepts. Only the risk module makes one; an architecture
 * test holds that.
 *
 * @param order the order
 * @param approval the rule set that approved it, for the record
 */
public record ApprovedOrder(OrderRequest order, String approval) {}
