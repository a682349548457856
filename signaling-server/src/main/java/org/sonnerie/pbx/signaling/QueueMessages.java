package org.sonnerie.pbx.signaling;

import org.sonnerie.pbx.queues.QueueBoard;
import org.sonnerie.pbx.runtime.QueueWatch;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who waits in queues, as JSON (docs/protocol.md). */
final class QueueMessages {
    /** Of each queue, so that a message with one of them stays well below 64 kB. */
    static final int MOST_CALLERS = 100;

    private QueueMessages() {}

    static void write(ObjectNode root, ServerMessage.Queues message) {
        ArrayNode queues = root.put("anew", message.anew()).putArray("queues");
        message.queues().forEach(queue -> write(queues.addObject(), queue));
    }

    private static void write(ObjectNode node, QueueBoard.Served queue) {
        node.put("id", queue.id()).put("name", queue.name()).put("waiting", queue.callers().size());
        ArrayNode callers = node.putArray("callers");
        queue.callers().stream()
                .limit(MOST_CALLERS)
                .forEach(caller -> write(callers.addObject(), caller));
    }

    private static void write(ObjectNode node, QueueWatch.Waiting caller) {
        node.put("call", caller.call().text())
                .put("name", caller.who().name())
                .put("number", caller.who().number())
                .put("since", caller.since().toString())
                .put("priority", caller.priority())
                .put("rung", caller.rung());
    }
}
