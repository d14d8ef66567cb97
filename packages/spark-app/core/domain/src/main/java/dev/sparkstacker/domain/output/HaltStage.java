package dev.sparkstacker.domain.output;

/** How far a halt or a flattening has come on one account. */
public enum HaltStage {
    /** The venue has not said yet that nothing is left to do. */
    CHECKING,
    /** The venue says that nothing is left to do. Told again after it was not so for a while. */
    VERIFIED,
    /** It holds no longer: it was lifted. */
    LIFTED
}
