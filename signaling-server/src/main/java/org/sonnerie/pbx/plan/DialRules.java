package org.sonnerie.pbx.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be dialled besides extensions and names.
 *
 * @param codes where each code leads, such as {@code *43} to the echo test
 * @param openCallingCodes beginnings of international numbers that may be called, digits without
 *     "+": {@code 33} opens all of France; the company's own country is always open. Premium-rate
 *     numbers, at home too, are open only where a beginning names them: {@code 3389}
 * @param parkSlots the numbers of parked calls; empty: nothing can be parked
 */
public record DialRules(
        Map<String, Destination> codes,
        List<String> openCallingCodes,
        Optional<ParkSlots> parkSlots) {
    /** Copies both, the codes in their order. */
    public DialRules {
        codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
        openCallingCodes = List.copyOf(openCallingCodes);
    }

    /**
     * The codes every company has: {@code *43} echo test, {@code *44} hold music, {@code *97} own
     * mailbox, {@code *98} mailbox by extension and PIN, {@code *7} park, {@code *8} pickup.
     *
     * @param openCallingCodes as above
     * @return rules with these codes
     */
    public static DialRules usual(List<String> openCallingCodes) {
        return new DialRules(
                Map.of(
                        "*43",
                        new Destination.ToEcho(),
                        "*44",
                        new Destination.ToMusic(),
                        "*97",
                        new Destination.ToOwnMailbox(),
                        "*98",
                        new Destination.ToVoicemailAccess(),
                        "*7",
                        new Destination.ToPark(),
                        "*8",
                        new Destination.ToPickup("")),
                openCallingCodes,
                Optional.of(new ParkSlots(701, 709)));
    }
}
