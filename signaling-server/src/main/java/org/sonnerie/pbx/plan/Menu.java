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
 * @param languages keys 0-9 that say it again in another language, such as {@code fr}; so is all
 *     that the caller hears afterwards
 */
public record Menu(
        MenuId id,
        String name,
        String extension,
        String greeting,
        Map<Character, Destination> keys,
        boolean extensionsDialable,
        Patience patience,
        Map<Character, String> languages) {
    /** Copies the keys, in their order. */
    public Menu {
        keys = sorted(keys);
        languages = sorted(languages);
    }

    /**
     * The same menu in several languages.
     *
     * @param others what each key says it in
     * @return a menu of the same name
     */
    public Menu withLanguages(Map<Character, String> others) {
        return new Menu(id, name, extension, greeting, keys, extensionsDialable, patience, others);
    }

    private static <T> SortedMap<Character, T> sorted(Map<Character, T> all) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }
}
