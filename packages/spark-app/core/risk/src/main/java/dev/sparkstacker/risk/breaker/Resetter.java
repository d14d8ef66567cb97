package dev.sparkstacker.risk.breaker;

/**
 * The person who resets a breaker.
 *
 * @param name who, such as {@code cli:alice}
 * @param role in which role
 * @param reason why; never blank
 */
public record Resetter(String name, String role, String reason) {
    /** As the audit trail names a person. */
    String by() {
        return role.isBlank() ? name : name + " (" + role + ")";
    }
}
