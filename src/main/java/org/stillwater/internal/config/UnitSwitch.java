package org.stillwater.internal.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flag that may differ from one persistence unit to the other. Immutable.
 *
 * @param all what holds for a unit that is not named
 * @param units what holds for the named ones
 */
public record UnitSwitch(boolean all, Map<String, Boolean> units) {
    /** Copies the map. */
    public UnitSwitch {
        units = Map.copyOf(units);
    }

    /** What holds for a unit; null is one without a name. */
    public boolean isOn(@Nullable String unit) {
        return unit == null ? all : units.getOrDefault(unit, all);
    }
}
