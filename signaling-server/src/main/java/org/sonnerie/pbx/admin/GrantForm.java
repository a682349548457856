package org.sonnerie.pbx.admin;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.recording.Grant;
import org.sonnerie.pbx.recording.Heard;

/**
 * Whom an administrator lets hear which recordings, each as it was typed; null: nothing.
 *
 * @param person id of whoever may hear them
 * @param everything anything: all recordings
 * @param queue ids of queues
 * @param group ids of ring groups
 * @param colleague ids of people
 * @param download anything: files may be kept
 * @param seen what he might hear when the form was shown, in words; empty: nothing
 */
record GrantForm(
        @Nullable String person,
        @Nullable String everything,
        @Nullable List<String> queue,
        @Nullable List<String> group,
        @Nullable List<String> colleague,
        @Nullable String download,
        @Nullable String seen) {
    static GrantForm empty() {
        return new GrantForm("", null, List.of(), List.of(), List.of(), null, "");
    }

    /** As it stands. */
    static GrantForm of(Grant grant) {
        Heard heard = grant.heard();
        return new GrantForm(
                grant.person().text(),
                ticked(heard.everything()),
                List.copyOf(Heard.ids(heard.queues())),
                List.copyOf(Heard.ids(heard.groups())),
                List.copyOf(Heard.ids(heard.people())),
                ticked(grant.download()),
                grant.words());
    }

    private static @Nullable String ticked(boolean yes) {
        return yes ? "yes" : null;
    }

    /** The same once somebody has seen what is there. */
    GrantForm seeing(String words) {
        return new GrantForm(person, everything, queue, group, colleague, download, words);
    }

    /** What the page shows of what was there. */
    public String whatWasSeen() {
        return seen == null ? "" : seen;
    }

    /** Whether a part is ticked. */
    public boolean has(@Nullable List<String> ticked, String id) {
        return ticked != null && ticked.contains(id);
    }

    /**
     * As a grant; all recordings are those of each part too.
     *
     * @throws IllegalArgumentException if an id is none
     */
    Grant grant() {
        boolean all = everything != null;
        Heard heard =
                all
                        ? Heard.EVERYTHING
                        : new Heard(
                                false,
                                ids(queue, QueueId::new),
                                ids(group, GroupId::new),
                                ids(colleague, PersonId::new));
        return new Grant(
                new PersonId(person == null ? "" : person.strip()), heard, download != null);
    }

    private static <T> Set<T> ids(@Nullable List<String> typed, Function<String, T> id) {
        return typed == null
                ? Set.of()
                : typed.stream().map(id).collect(Collectors.toUnmodifiableSet());
    }
}
