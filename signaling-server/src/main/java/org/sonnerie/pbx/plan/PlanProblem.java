package org.sonnerie.pbx.plan;

/**
 * Something in a plan that does not fit together, in no language yet.
 *
 * @param spot where
 * @param flaw what is wrong there
 */
public record PlanProblem(Spot spot, Flaw flaw) {
    /**
     * Where, in plain English.
     *
     * @return such as {@code menu "Main menu", key 4}; empty: the whole
     */
    public String place() {
        return spot.place();
    }

    /**
     * What is wrong there, in plain English.
     *
     * @return such as {@code there is no room meeting}
     */
    public String what() {
        return flaw.english();
    }

    @Override
    public String toString() {
        return spot.place().isEmpty() ? what() : spot.place() + ": " + what();
    }
}
