package org.sonnerie.pbx.live;

import java.util.List;
import java.util.Map;

/**
 * Something that a live page shows: a call, a queue, an agent, a caller. Templates show it, and the
 * page's script puts its fields into a copy of the same markup.
 *
 * @param key names it among its like
 * @param fields text by the name of its place; instants as ISO 8601, from which the page counts on
 * @param lists what stands inside it, by the name of the list
 */
public record Item(String key, Map<String, String> fields, Map<String, List<Item>> lists) {
    /** The markup without anything in it: what the script copies. */
    public static final Item BLANK = new Item("", Map.of());

    /** Copies the maps. */
    public Item {
        fields = Map.copyOf(fields);
        lists = Map.copyOf(lists);
    }

    Item(String key, Map<String, String> fields) {
        this(key, fields, Map.of());
    }

    /**
     * What stands in a place.
     *
     * @param name of the place
     * @return empty: nothing
     */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /**
     * A list inside it.
     *
     * @param name of the list
     * @return empty: nothing
     */
    public List<Item> list(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
