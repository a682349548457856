package org.sonnerie.pbx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonnerie.pbx.call.CallEvent;
import org.sonnerie.pbx.call.CallView.State;
import org.sonnerie.pbx.call.EndReason;
import org.sonnerie.pbx.runtime.DeskRefusal.Code;
import org.sonnerie.pbx.runtime.EventLog.LoggedEvent;

/** Calls while neither the database nor the journal takes what they do. */
class OutageDeskIT extends DeskBench {
    @TempDir Path folder;
    private Optional<LogBench> bench = Optional.empty();
    private Optional<GroupCommitLog> events = Optional.empty();

    @Override
    EventLog eventLog() {
        try {
            var opened = new LogBench(folder);
            var log = opened.log(opened.breakable);
            bench = Optional.of(opened);
            events = Optional.of(log);
            return log;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void closeLog() {
        events.ifPresent(GroupCommitLog::close);
        bench.ifPresent(LogBench::close);
    }

    private LogBench bench() {
        return bench.orElseThrow();
    }

    @Test
    void newCallsAreRefusedAtOnceAndRunningOnesGoOn() throws Exception {
        var log = events.orElseThrow();
        var running = theyTalk();
        Files.createDirectory(bench().journalFile());
        bench().breakable.fail(true);
        desk.hold(ANNA, running, true);
        untilState(ANNA, running, State.ON_HOLD);
        assertThat(log.takesNewCalls()).isFalse();

        media.asked.clear();
        assertRefused(
                Code.LOG_UNAVAILABLE, () -> desk.call(ANNA, ANNAS_PAGE, "12", "another offer"));
        assertThat(media.asked).as("nothing was set up for it").isEmpty();
        var fromOutside = offered("an outsider's offer");
        assertThat(trunks.ended).containsEntry(fromOutside, EndReason.NETWORK);
        assertThat(media.asked).isEmpty();
        desk.hold(ANNA, running, false);
        untilState(ANNA, running, State.IN_CALL);

        Files.delete(bench().journalFile());
        bench().breakable.fail(false);
        until("calls can begin again", log::takesNewCalls);
        LogBench.untilCaughtUp(log);
        var logged = log.unfinished().readable().getFirst();
        assertThat(logged.stream().map(LoggedEvent::sequence))
                .as("all of the running call is in its log")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, logged.size()).boxed().toList());
        assertThat(logged.getLast().event()).isInstanceOf(CallEvent.ResumePressed.class);
        desk.hangUp(ANNA, running);
        untilState(BEN, running, State.ENDED);
        annaCallsBen();
    }
}
