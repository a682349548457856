package org.sonnerie.pbx.privacy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination.ToOutside;
import org.sonnerie.pbx.plan.Dialling;

/** Reads numbers of people outside, however they are written. */
public final class OutsideNumbers {
    private static final Pattern BETWEEN = Pattern.compile("[^0-9+*#]");
    private static final Pattern WHOLE = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private OutsideNumbers() {}

    /**
     * The number as calls have it.
     *
     * @param plan whose country's way of writing numbers counts
     * @param written such as "+33 1 45 67 89 01", or "01 45 67 89 01" in France
     * @return "+" and 7 to 15 digits; empty: it is not the whole number of somebody outside
     */
    public static Optional<String> whole(CompanyPlan plan, String written) {
        String dialled = BETWEEN.matcher(written).replaceAll("");
        if (WHOLE.matcher(dialled).matches()) {
            return Optional.of(dialled);
        }
        return Dialling.read(plan, dialled) instanceof ToOutside(String number, boolean _)
                        && WHOLE.matcher(number).matches()
                ? Optional.of(number)
                : Optional.empty();
    }
}
