package dev.sparkstacker.strategies.multi;

/** How two values are compared. A crossing looks at the bar before too; both values may move. */
enum Relation {
    BELOW("<"),
    ABOVE(">"),
    AT_MOST("<="),
    AT_LEAST(">="),
    CROSSES_ABOVE("crosses above"),
    CROSSES_BELOW("crosses below");

    private final String text;

    Relation(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean looksBack() {
        return this == CROSSES_ABOVE || this == CROSSES_BELOW;
    }

    boolean holds(double leftBefore, double rightBefore, double left, double right) {
        return switch (this) {
            case BELOW -> left < right;
            case ABOVE -> left > right;
            case AT_MOST -> left <= right;
            case AT_LEAST -> left >= right;
            case CROSSES_ABOVE -> leftBefore <= rightBefore && left > right;
            case CROSSES_BELOW -> leftBefore >= rightBefore && left < right;
        };
    }
}
