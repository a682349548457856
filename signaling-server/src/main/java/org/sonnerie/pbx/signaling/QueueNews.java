package org.sonnerie.pbx.signaling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.queues.QueueBoard.Served;
import org.sonnerie.pbx.runtime.Plans;

/**
 * Tells pages that watch who waits in the queues their person serves. It looks once a second rather
 * than following each call: however many come and go, a page gets at most one change a second of
 * each queue. Thread safe.
 */
final class QueueNews {
    private final Switchboard switchboard;
    private final Plans plans;
    private final BiFunction<CompanyId, PersonId, List<Served>> board;

    /** What each page was told last. */
    private final Map<Page, List<Served>> told = new HashMap<>();

    QueueNews(
            Switchboard switchboard,
            Plans plans,
            BiFunction<CompanyId, PersonId, List<Served>> board) {
        this.switchboard = switchboard;
        this.plans = plans;
        this.board = board;
    }

    /**
     * A page looks at the queues, or no longer. Whoever begins is told of all of them at once.
     *
     * @param page which
     * @param on true: it begins, unless it did before
     */
    synchronized void watch(Page page, boolean on) {
        if (!on) {
            told.remove(page);
        } else if (!told.containsKey(page)) {
            now(page)
                    .ifPresent(queues -> {
                        told.put(page, queues);
                        all(queues).forEach(page::send);
                    });
        }
    }

    /** Called every second. */
    synchronized void tick() {
        told.keySet().removeIf(page -> !switchboard.has(page) || now(page).isEmpty());
        told.replaceAll((page, before) -> {
            List<Served> queues = now(page).orElse(before);
            news(before, queues).forEach(page::send);
            return queues;
        });
    }

    private Optional<List<Served>> now(Page page) {
        return plans.companyOf(page.person()).map(company -> board.apply(company, page.person()));
    }

    private static List<ServerMessage.Queues> news(List<Served> before, List<Served> now) {
        if (!names(before).equals(names(now))) {
            return all(now);
        }
        return now.stream()
                .filter(queue -> !before.contains(queue))
                .map(queue -> new ServerMessage.Queues(false, List.of(queue)))
                .toList();
    }

    private static List<List<String>> names(List<Served> queues) {
        return queues.stream().map(queue -> List.of(queue.id(), queue.name())).toList();
    }

    /** Each queue in a message of its own: none grows too large for a frame. */
    private static List<ServerMessage.Queues> all(List<Served> queues) {
        List<ServerMessage.Queues> messages = new ArrayList<>();
        messages.add(new ServerMessage.Queues(true, queues.stream().limit(1).toList()));
        queues.stream()
                .skip(1)
                .map(queue -> new ServerMessage.Queues(false, List.of(queue)))
                .forEach(messages::add);
        return messages;
    }
}
