package org.sonnerie.pbx.trunkaccounts;

/**
 * The password of a trunk's account.
 *
 * @param text as the carrier gave it
 */
public record TrunkSecret(String text) {
    private static final int LONGEST = 200;

    /** Refuses what no carrier gives; says nothing of what it was. */
    public TrunkSecret {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a trunk's password has 1 to 200 characters");
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "TrunkSecret";
    }
}
