package org.sonnerie.pbx.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A menu that answers a call, greets and takes keys.
 *
 * @param id names the menu
 * @param name as shown to whoever calls it or is called through it
 * @param extension 2 to 6 digits
 * @param greeting name of the prompt that says what the keys do
 * @param keys where each key leads; a key is one of 0-9 and *
 * @param extensionsDialable true: an extension can be dialled at any time
 * @param patience how long and how often it asks
 */
public record Menu(
        MenuId id,
        String name,
        String extension,
        String greeting,
        Map<Character, Destination> keys,
        boolean extensionsDialable,
        Patience patience) {
    /** Copies the keys, in their order. */
    public Menu {
        SortedMap<Character, Destination> sorted = new TreeMap<>(keys);
        keys = Collections.unmodifiableSortedMap(sorted);
    }
}
