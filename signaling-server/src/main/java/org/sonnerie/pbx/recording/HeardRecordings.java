package org.sonnerie.pbx.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.stereotype.Service;

/**
 * The recordings that somebody may hear, each time anew: those he asked for, those that an
 * administrator lets him hear, a supervisor those of the queues that name him, an administrator
 * all. Those that run cannot be heard yet. Thread safe.
 */
@Service
public class HeardRecordings {
    private final RecordingSearch search;
    private final Recordings recordings;
    private final Grants grants;
    private final Plans plans;

    HeardRecordings(RecordingSearch search, Recordings recordings, Grants grants, Plans plans) {
        this.search = search;
        this.recordings = recordings;
        this.grants = grants;
        this.plans = plans;
    }

    private Reach reach(SignedIn who) {
        return switch (who.role()) {
            case ADMIN -> Reach.ALL;
            case SUPERVISOR -> own(who, granted(who).and(supervised(who)));
            case EMPLOYEE, RECEPTIONIST -> own(who, granted(who));
            case PROVIDER -> new Reach(Optional.empty(), Heard.NOTHING);
        };
    }

    private static Reach own(SignedIn who, Heard heard) {
        return new Reach(Optional.of(who.person()), heard);
    }

    private Heard granted(SignedIn who) {
        return grants.find(who.company(), who.person()).map(Grant::heard).orElse(Heard.NOTHING);
    }

    private Set<QueueId> supervised(SignedIn who) {
        return plans.current(who.company()).flow().supervisedBy(who.person());
    }

    /** What he may keep as a file, too. */
    private Reach keeps(SignedIn who) {
        return switch (who.role()) {
            case ADMIN -> Reach.ALL;
            case SUPERVISOR, EMPLOYEE, RECEPTIONIST ->
                    own(
                            who,
                            grants.find(who.company(), who.person())
                                    .filter(Grant::download)
                                    .map(Grant::heard)
                                    .orElse(Heard.NOTHING));
            case PROVIDER -> new Reach(Optional.empty(), Heard.NOTHING);
        };
    }

    /**
     * A part of what somebody may hear.
     *
     * @param who he is
     * @param wanted which
     * @param after the last one of the part before
     * @param limit how many, 1 to {@link Recordings#LONGEST_PAGE}
     * @return the newest first
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Recordings.Page page(
            SignedIn who, RecordingFilter wanted, Optional<RecordingId> after, int limit) {
        return recordings.page(who.company(), reach(who), wanted, after, limit);
    }

    /**
     * Which of some recordings somebody may keep as files.
     *
     * @param who he is
     * @param some that he may hear
     * @return their ids
     */
    public Set<RecordingId> kept(SignedIn who, List<KeptRecording> some) {
        return search.among(
                who.company(), keeps(who), some.stream().map(one -> one.facts().id()).toList());
    }

    /**
     * The recordings of a call that somebody may hear.
     *
     * @param who he is
     * @param call which
     * @return the first first
     */
    public List<KeptRecording> ofCall(SignedIn who, String call) {
        return search.ofCall(who.company(), reach(who), call);
    }

    /**
     * The sound of a recording, to be heard: that is written down.
     *
     * @param who hears it
     * @param id which
     * @return empty: there is none that he may hear
     */
    public Optional<Path> hear(SignedIn who, RecordingId id) {
        return fetch(who, reach(who), id);
    }

    /**
     * The sound of a recording, to be kept as a file: that is written down.
     *
     * @param who takes it
     * @param id which
     * @return empty: there is none that he may keep
     */
    public Optional<Path> keep(SignedIn who, RecordingId id) {
        return fetch(who, keeps(who), id);
    }

    private Optional<Path> fetch(SignedIn who, Reach reach, RecordingId id) {
        return search.find(who.company(), reach, id)
                .flatMap(one -> recordings.fetch(one, who.person()));
    }
}
