package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * A place in a plan: an element and the member of it that is meant, for forms that show what is
 * wrong beside its field.
 *
 * @param kind of the element, such as {@code menu}; {@code company}, {@code recording} and {@code
 *     dialling} are one each; empty: none
 * @param id the element's: its id, of a number the number itself, of a screening rule its position
 *     from 1 on; empty: none, or not known
 * @param name the element's, as shown; empty: it has none, or it is not known
 * @param member inside the element, as the plan document names it, such as {@code keys.4}, {@code
 *     reach.rules.0.to} (positions from 0 on); empty: the element as a whole
 * @param place the same in plain English, such as {@code menu "Main menu", key 4}; it may name less
 *     than the member, where what is wrong says the rest
 */
public record Spot(String kind, String id, String name, String member, String place) {
    /** No place in particular. */
    public static final Spot WHOLE = new Spot("", "", "", "", "");

    private static final String INSIDE = ", ";

    /**
     * An element that has a name.
     *
     * @param kind such as {@code menu}
     * @param id the element's
     * @param name as shown
     * @return the element as a whole
     */
    public static Spot named(String kind, String id, String name) {
        String place = English.say("plan.named", List.of(kindOf(kind), name));
        return new Spot(kind, id, name, "", place);
    }

    /**
     * An element that is known by a number or by its position.
     *
     * @param kind {@code number} or {@code screening}
     * @param id which
     * @return the element as a whole
     */
    static Spot numbered(String kind, String id) {
        return new Spot(kind, id, "", "", numberedBy("plan.kind." + kind, id));
    }

    /** What there is one of: {@code company}, {@code recording} or {@code dialling}. */
    static Spot only(String kind) {
        return new Spot(kind, "", "", "", kind);
    }

    static Spot of(CompanyPlan.Place at) {
        return named(at.kind(), at.id(), at.name());
    }

    static Spot of(Person person) {
        return named("person", person.id().text(), person.name());
    }

    static Spot of(RingGroup group) {
        return named("group", group.id().text(), group.name());
    }

    static Spot of(Queue queue) {
        return named("queue", queue.id().text(), queue.name());
    }

    static Spot of(Menu menu) {
        return named("menu", menu.id().text(), menu.name());
    }

    static Spot of(Room room) {
        return named("room", room.id().text(), room.name());
    }

    static Spot of(Hours hours) {
        return named("hours", hours.id().text(), hours.name());
    }

    static Spot of(Route route) {
        return named("route", route.id().text(), route.name());
    }

    static Spot of(Announcement announcement) {
        return named("announcement", announcement.id().text(), announcement.name());
    }

    static Spot of(Trunk trunk) {
        return named("trunk", trunk.id().text(), trunk.name());
    }

    static Spot of(CallerList list) {
        return named("callers", list.id().text(), list.name());
    }

    static Spot of(PublicNumber number) {
        return numbered("number", number.e164());
    }

    /** The English of something that is known by a number. */
    static String numberedBy(String key, String number) {
        return English.say("plan.numbered", List.of(English.say(key, List.of()), number));
    }

    private static String kindOf(String kind) {
        return English.say("plan.kind." + kind, List.of());
    }

    /**
     * Inside it, where its English does not say so.
     *
     * @param inner member of this one
     * @return the same place to whoever reads its English
     */
    public Spot on(String inner) {
        return new Spot(kind, id, name, member.isEmpty() ? inner : member + "." + inner, place);
    }

    /**
     * The same, called otherwise.
     *
     * @param other its English, all of it
     * @return the same element and member
     */
    public Spot called(String other) {
        return new Spot(kind, id, name, member, other);
    }

    /** Inside it, called by the member's name. */
    Spot at(String inner) {
        return at(inner, inner);
    }

    /** Inside it, called otherwise than the member. */
    Spot at(String inner, String called) {
        return on(inner).called(place + INSIDE + called);
    }

    /** What a key does, or in which language it speaks; its table is this place. */
    Spot key(char key) {
        return at(String.valueOf(key), numberedBy("plan.spot.key", String.valueOf(key)));
    }
}
