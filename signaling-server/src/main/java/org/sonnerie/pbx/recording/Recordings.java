package org.sonnerie.pbx.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The recordings of a company: found, heard, deleted and taken back. Whoever fetches or deletes one
 * is written down. Thread safe.
 */
@Service
public class Recordings {
    /** The longest page, and the most that a person is shown of his own. */
    public static final int LONGEST_PAGE = 200;

    private final RecordingRows rows;
    private final RecordingSearch search;
    private final AccessRows access;
    private final RecordingKeeper keeper;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Recordings(
            RecordingTables tables,
            RecordingKeeper keeper,
            DurableChange changes,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = tables.rows();
        this.search = tables.search();
        this.access = tables.access();
        this.keeper = keeper;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A part of the list.
     *
     * @param recordings the newest first
     * @param next after which the next part begins; empty: there is none
     */
    public record Page(List<KeptRecording> recordings, Optional<RecordingId> next) {
        /** Copies the list. */
        public Page {
            recordings = List.copyOf(recordings);
        }
    }

    /**
     * A part of a company's recordings.
     *
     * @param company whose
     * @param wanted which
     * @param after the last one of the part before
     * @param limit how many, 1 to {@link #LONGEST_PAGE}
     * @return the newest first, those that run included
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Page page(
            CompanyId company, RecordingFilter wanted, Optional<RecordingId> after, int limit) {
        return page(company, Reach.ALL, wanted, after, limit);
    }

    /** As far as it is somebody's business. */
    Page page(
            CompanyId company,
            Reach reach,
            RecordingFilter wanted,
            Optional<RecordingId> after,
            int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit is 1 to " + LONGEST_PAGE);
        }
        List<KeptRecording> found =
                search.page(new RecordingSearch.Wanted(company, reach, wanted, after, limit + 1));
        List<KeptRecording> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown,
                found.size() > limit
                        ? Optional.of(shown.getLast().facts().id())
                        : Optional.empty());
    }

    /**
     * One recording.
     *
     * @param company whose
     * @param id which
     * @return empty: there is none, or it was deleted
     */
    public Optional<KeptRecording> find(CompanyId company, RecordingId id) {
        return rows.find(company, id);
    }

    /**
     * The recordings a person asked for himself, and may hear.
     *
     * @param company whose
     * @param person who
     * @return the newest first, at most {@link #LONGEST_PAGE}
     */
    public List<KeptRecording> askedBy(CompanyId company, PersonId person) {
        return rows.askedBy(company, person, LONGEST_PAGE);
    }

    /**
     * The sound of a recording, to be heard by somebody: that is written down.
     *
     * @param recording which
     * @param who hears it
     * @return empty: it still runs, or its file is gone
     */
    public Optional<Path> fetch(KeptRecording recording, PersonId who) {
        Optional<Path> file = keeper.sound(recording).filter(Files::exists);
        if (file.isPresent()) {
            changes.make(recording.facts().company(), () -> note(recording, who, Access.FETCHED));
        }
        return file;
    }

    /**
     * Deletes a recording that is over; for a week it can be taken back.
     *
     * @param company whose
     * @param id which
     * @param who does that
     * @return false: there is none that could be deleted
     */
    public boolean delete(CompanyId company, RecordingId id, PersonId who) {
        Optional<KeptRecording> found = rows.find(company, id).filter(KeptRecording::over);
        found.ifPresent(recording ->
                changes.make(
                        company,
                        () -> {
                            rows.deleted(company, id, Optional.of(clock.instant()));
                            note(recording, who, Access.DELETED);
                        }));
        return found.isPresent();
    }

    /**
     * Takes a deleted recording back.
     *
     * @param company whose
     * @param id which
     * @param who does that
     * @return false: there is none any more
     */
    public boolean restore(CompanyId company, RecordingId id, PersonId who) {
        Optional<KeptRecording> found = rows.findDeleted(company, id);
        found.ifPresent(recording ->
                changes.make(
                        company,
                        () -> {
                            rows.deleted(company, id, Optional.empty());
                            note(recording, who, Access.RESTORED);
                        }));
        return found.isPresent();
    }

    private void note(KeptRecording recording, PersonId who, Access what) {
        CompanyId company = recording.facts().company();
        RecordingId id = recording.facts().id();
        access.add(company, id, who, what, clock.instant());
        events.publishEvent(new RecordingTouched(company, id, who, what));
    }
}
