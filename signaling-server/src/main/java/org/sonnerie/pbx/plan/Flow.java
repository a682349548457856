package org.sonnerie.pbx.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides where a call goes before a person, a group or a machine takes it.
 *
 * @param menus what takes keys
 * @param hours opening hours
 * @param routes what leads by them
 * @param announcements what is said on the way
 * @param queues where one waits for an agent
 */
public record Flow(
        List<Menu> menus,
        List<Hours> hours,
        List<Route> routes,
        List<Announcement> announcements,
        List<Queue> queues) {
    /** Copies the lists. */
    public Flow {
        menus = List.copyOf(menus);
        hours = List.copyOf(hours);
        routes = List.copyOf(routes);
        announcements = List.copyOf(announcements);
        queues = List.copyOf(queues);
    }

    /**
     * Of a company that is always open.
     *
     * @param menus its menus
     * @return no hours, routes, announcements or queues
     */
    public static Flow ofMenus(Menu... menus) {
        return new Flow(List.of(menus), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * What somebody looks after.
     *
     * @param supervisor who
     * @return the queues that name him
     */
    public Set<QueueId> supervisedBy(PersonId supervisor) {
        return queues.stream()
                .filter(queue -> queue.team().supervisors().contains(supervisor))
                .map(Queue::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The same with other queues.
     *
     * @param others instead of its own
     * @return the same menus, hours, routes and announcements
     */
    public Flow with(List<Queue> others) {
        return new Flow(menus, hours, routes, announcements, others);
    }

    /**
     * The same with other hours of one id.
     *
     * @param changed instead of those with its id
     * @return the same menus, routes, announcements and queues
     */
    public Flow with(Hours changed) {
        List<Hours> all =
                hours.stream().map(one -> one.id().equals(changed.id()) ? changed : one).toList();
        return new Flow(menus, all, routes, announcements, queues);
    }
}
