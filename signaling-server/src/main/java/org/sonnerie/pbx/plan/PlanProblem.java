package org.sonnerie.pbx.plan;

/**
 * Something in a plan that does not fit together.
 *
 * @param place where, such as {@code menu "Main menu", key 4}
 * @param what what is wrong there, in plain English
 */
public record PlanProblem(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
