package org.sonnerie.pbx.plan;

/**
 * A person's other phone, outside, that is rung too. Whoever answers there must accept the call, so
 * that no answering machine takes it.
 *
 * @param number as it might be dialled on a phone of the company
 * @param afterSeconds how long his own phone rings before
 */
public record FollowMe(String number, int afterSeconds) {
    /**
     * Whether it is a number outside that the company may call, and no emergency.
     *
     * @param plan of the company
     * @return true: it can be rung
     */
    public boolean canBeCalled(CompanyPlan plan) {
        return Dialling.read(plan, number) instanceof Destination.ToOutside(_, boolean urgent)
                && !urgent;
    }

    /**
     * Whether it rings while the person's own phone still does.
     *
     * @param person whose
     * @return true: between the first and the last second of that
     */
    public boolean ringsInTime(Person person) {
        return afterSeconds >= 0 && afterSeconds < person.ringSeconds();
    }
}
