package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * What decides where a call goes before a person, a group or a machine takes it.
 *
 * @param menus what takes keys
 * @param hours opening hours
 * @param routes what leads by them
 * @param announcements what is said on the way
 */
public record Flow(
        List<Menu> menus, List<Hours> hours, List<Route> routes, List<Announcement> announcements) {
    /** Copies the lists. */
    public Flow {
        menus = List.copyOf(menus);
        hours = List.copyOf(hours);
        routes = List.copyOf(routes);
        announcements = List.copyOf(announcements);
    }

    /**
     * Of a company that is always open.
     *
     * @param menus its menus
     * @return no hours, routes or announcements
     */
    public static Flow ofMenus(Menu... menus) {
        return new Flow(List.of(menus), List.of(), List.of(), List.of());
    }
}
