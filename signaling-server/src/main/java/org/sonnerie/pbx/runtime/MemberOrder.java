package org.sonnerie.pbx.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RingGroup;

/**
 * In which order the members of a group are rung, where that depends on the calls before. It
 * remembers for as long as the server runs; who is not known comes as in the plan. Thread safe.
 */
final class MemberOrder {
    private final Map<Key, PersonId> lastBegun = new ConcurrentHashMap<>();
    private final Map<PersonId, Instant> lastTalked = new ConcurrentHashMap<>();

    private record Key(CompanyId company, GroupId group) {}

    /** A person's call as it is now: one that talks, or talked, makes him less idle. */
    void seen(CallView view, Instant now) {
        if (view.times().answered().isPresent()) {
            lastTalked.merge(view.person(), now, MemberOrder::later);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /**
     * The order for one more call.
     *
     * @param company whose group it is
     * @param group as the call's plan has it
     * @param engaged who has a call now
     */
    List<PersonId> of(CompanyId company, RingGroup group, Predicate<PersonId> engaged) {
        return switch (group.ringing().strategy()) {
            case ALL, IN_ORDER -> group.members();
            case ROUND_ROBIN -> turned(new Key(company, group.id()), group.members());
            case LONGEST_IDLE -> idle(group.members(), engaged);
        };
    }

    /** Begins with whoever stands behind the one the call before began with. */
    private List<PersonId> turned(Key key, List<PersonId> members) {
        if (members.isEmpty()) {
            return members;
        }
        var first =
                lastBegun.compute(
                        key,
                        (_, last) ->
                                members.get(
                                        last == null
                                                ? 0
                                                : (members.indexOf(last) + 1) % members.size()));
        var turned = new ArrayList<>(members);
        Collections.rotate(turned, -members.indexOf(first));
        return List.copyOf(turned);
    }

    private List<PersonId> idle(List<PersonId> members, Predicate<PersonId> engaged) {
        var since = new ConcurrentHashMap<PersonId, Instant>();
        members.forEach(member ->
                since.put(
                        member,
                        engaged.test(member)
                                ? Instant.MAX
                                : lastTalked.getOrDefault(member, Instant.MIN)));
        return members.stream()
                .sorted(Comparator.comparing(member -> since.getOrDefault(member, Instant.MIN)))
                .toList();
    }
}
