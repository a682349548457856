package org.sonnerie.pbx.publish;

/**
 * Where one plan says something else than another.
 *
 * @param place where, such as {@code hours "Shop", saturday}
 * @param what such as {@code closed → 09:00-12:00}, {@code added} or {@code removed}
 */
public record PlanChange(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
