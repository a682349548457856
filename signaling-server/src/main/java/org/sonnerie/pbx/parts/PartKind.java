package org.sonnerie.pbx.parts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of thing a plan consists of. */
public enum PartKind {
    /** Somebody with a phone. */
    PERSON("people", "people"),
    /** A ring group. */
    GROUP("groups", "ring-groups"),
    /** Callers who wait for an agent. */
    QUEUE("queues", "queues"),
    /** An auto attendant. */
    MENU("menus", "menus"),
    /** Opening hours. */
    HOURS("hours", "hours"),
    /** Leads by opening hours. */
    ROUTE("routes", "routes"),
    /** Says something and leads on. */
    ANNOUNCEMENT("announcements", "announcements"),
    /** A conference room. */
    ROOM("rooms", "conference-rooms"),
    /** A public number. */
    NUMBER("numbers", "numbers"),
    /** The way to a carrier. */
    TRUNK("trunks", "trunks"),
    /** Callers from outside that are treated in the same way. */
    CALLERS("callers", "caller-lists"),
    /** Which callers are led elsewhere; there is one of it. */
    SCREENING("", "caller-rules"),
    /** What holds for the company as a whole; there is one of it. */
    COMPANY("", "company");

    private final String list;
    private final String path;

    PartKind(String list, String path) {
        this.list = list;
        this.path = path;
    }

    /**
     * Whether a plan has one of it, spread over the document, whose id is its {@link #path()}.
     *
     * @return true: it is never added and never deleted
     */
    public boolean isSingle() {
        return list.isEmpty();
    }

    /**
     * Whether such parts have an extension.
     *
     * @return true: it is one of the fields
     */
    public boolean hasExtension() {
        return fields().stream().anyMatch(field -> field.name().equals("extension"));
    }

    /**
     * Its list in the plan document.
     *
     * @return such as {@code groups}; empty: there is one of it
     */
    public String list() {
        return list;
    }

    /**
     * Its name in addresses of pages.
     *
     * @return such as {@code ring-groups}
     */
    public String path() {
        return path;
    }

    /**
     * Its word, as keys of messages and spots of problems have it.
     *
     * @return such as {@code group}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The member that one of it is known by.
     *
     * @return {@code id}, or {@code number}
     */
    public String key() {
        return this == NUMBER ? "number" : "id";
    }

    /**
     * Its fields.
     *
     * @return in the order of the form
     */
    public List<Field> fields() {
        return Fields.of(this);
    }

    /**
     * A kind by its name in addresses.
     *
     * @param path such as {@code ring-groups}
     * @return empty: there is none
     */
    public static Optional<PartKind> at(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
