package org.sonnerie.pbx.audit;

/**
 * Who did something, as he was known then.
 *
 * @param person id of the person; empty: the server itself
 * @param name as others saw him
 * @param token name of the API token by which he did it; empty: in a browser
 * @param address the IP literal it came from; empty: from the server itself
 */
public record Actor(String person, String name, String token, String address) {
    /**
     * The server itself.
     *
     * @return nobody's name, from nowhere
     */
    public static Actor server() {
        return new Actor("", "", "", "");
    }

    /**
     * Cut to what is kept, without control characters.
     *
     * @return one that can be kept
     */
    Actor plain() {
        return new Actor(
                PlainText.of(person, 64),
                PlainText.of(name, 200),
                PlainText.of(token, 100),
                PlainText.of(address, 64));
    }
}
