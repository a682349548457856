package org.sonnerie.pbx.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.call.RecordingId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.RoomId;

/** Where the recordings of calls and conferences are kept, as the runtime sees it. Thread safe. */
public interface CallRecordings {
    /**
     * Whether one more can be kept. May wait for the database.
     *
     * @param company whose
     * @return false: the company keeps as much as it may
     */
    boolean hasRoom(CompanyId company);

    /**
     * Prepares for a recording: whatever is recorded from now on is found again, even if nobody
     * says that it is over. May wait for the disk.
     *
     * @param recording what is known of it
     * @return the file to be written; it does not exist yet
     */
    Path begin(NewRecording recording);

    /**
     * A recording's file is closed. Returns at once.
     *
     * @param recording which
     * @param length how long it is
     * @param failed it could not be written to its end
     */
    void closed(RecordingId recording, Duration length, boolean failed);

    /**
     * What is known of a recording when it begins.
     *
     * @param id names it
     * @param company whose
     * @param of what it is a recording of
     * @param by who asked for it; empty: the plan says so
     * @param began when
     */
    record NewRecording(
            RecordingId id, CompanyId company, Of of, Optional<PersonId> by, Instant began) {}

    /** What is recorded. */
    sealed interface Of {
        /**
         * A call.
         *
         * @param call its id
         * @param one who is on the left channel first
         * @param other who is on the right one
         */
        record Call(String call, Named one, Named other) implements Of {}

        /**
         * A conference.
         *
         * @param room in which room
         */
        record Conference(RoomId room) implements Of {}
    }
}
