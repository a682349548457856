package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A part of a list that is kept whole in memory.
 *
 * @param items of the list, in its order
 * @param next the key of the last of them; empty: nothing follows
 */
record Slice<T>(List<T> items, Optional<String> next) {
    private static final int LONGEST = 200;

    /**
     * Cuts it.
     *
     * @throws ResponseStatusException 400 for a limit that is none, and after what is not there
     */
    static <T> Slice<T> of(
            List<T> all, Function<T, String> key, Optional<String> after, int limit) {
        if (limit < 1 || limit > LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit: 1 to " + LONGEST);
        }
        int first = after.map(text -> behind(all, key, text)).orElse(0);
        int end = Math.min(all.size(), first + limit);
        List<T> items = List.copyOf(all.subList(first, end));
        return new Slice<>(
                items,
                end < all.size() ? Optional.of(key.apply(items.getLast())) : Optional.empty());
    }

    private static <T> int behind(List<T> all, Function<T, String> key, String after) {
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "after: there is no " + after + " any more");
    }
}
