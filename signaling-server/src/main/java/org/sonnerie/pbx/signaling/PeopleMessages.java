package org.sonnerie.pbx.signaling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sonnerie.pbx.plan.Keyword;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes how the people of a company are, once for all pages that watch them. */
final class PeopleMessages {
    /** So that a message stays well below 64 kB. */
    static final int MOST_IN_ONE = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PeopleMessages() {}

    /**
     * Everybody, in as many messages as are needed.
     *
     * @param people of one company
     * @return at least one; whoever hears the first forgets what he knew
     */
    static List<ServerMessage.People> everybody(Collection<Colleague> people) {
        return messages(List.copyOf(people), true);
    }

    /**
     * Those who are otherwise than before.
     *
     * @param people of one company
     * @return none for nobody
     */
    static List<ServerMessage.People> changes(Collection<Colleague> people) {
        return people.isEmpty() ? List.of() : messages(List.copyOf(people), false);
    }

    private static List<ServerMessage.People> messages(List<Colleague> people, boolean anew) {
        List<ServerMessage.People> messages = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(people.size(), from + MOST_IN_ONE);
            messages.add(message(people.subList(from, to), anew && from == 0));
            from = to;
        } while (from < people.size());
        return messages;
    }

    private static ServerMessage.People message(List<Colleague> people, boolean anew) {
        ObjectNode root = JSON.createObjectNode().put("anew", anew);
        ArrayNode list = root.putArray("people");
        people.forEach(one -> write(list.addObject(), one));
        String object = JSON.writeValueAsString(root);
        return new ServerMessage.People(object.substring(1, object.length() - 1));
    }

    private static void write(ObjectNode node, Colleague one) {
        node.put("extension", one.extension())
                .put("name", one.name())
                .put("department", one.department().orElse(null))
                .put("presence", Keyword.of(one.presence().state()));
        one.presence().since().ifPresent(since -> node.put("since", since.toString()));
    }
}
