package org.sonnerie.pbx.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is otherwise than a page was told, as its script reads it.
 *
 * @param now the server's time: the page's clock may be wrong
 * @param lists the lists that are otherwise, by their names
 */
record LiveChanges(String now, Map<String, Changed> lists) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A list.
     *
     * @param order the keys of all that is in it
     * @param items what is new or otherwise
     */
    record Changed(List<String> order, List<Item> items) {}

    static LiveChanges between(
            Map<String, List<Item>> before, Map<String, List<Item>> after, Instant now) {
        Map<String, Changed> lists = new TreeMap<>();
        after.forEach((name, items) -> {
            if (!items.equals(before.get(name))) {
                lists.put(name, changed(before.getOrDefault(name, List.of()), items));
            }
        });
        return new LiveChanges(now.toString(), lists);
    }

    private static Changed changed(List<Item> before, List<Item> after) {
        Map<String, Item> known =
                new HashMap<>(
                        before.stream().collect(Collectors.toMap(Item::key, Function.identity())));
        return new Changed(
                after.stream().map(Item::key).toList(),
                after.stream().filter(item -> !item.equals(known.get(item.key()))).toList());
    }

    boolean none() {
        return lists.isEmpty();
    }

    /** In one line. */
    String json() {
        return JSON.writeValueAsString(this);
    }
}
