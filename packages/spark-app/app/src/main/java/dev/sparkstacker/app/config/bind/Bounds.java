package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.Setting;

/**
 * The least and the most a number may be, both included.
 *
 * @param least as text, or empty for none
 * @param most as text, or empty for none
 */
record Bounds(String least, String most) {
    static Bounds of(Setting setting) {
        return new Bounds(setting.min(), setting.max());
    }
}
