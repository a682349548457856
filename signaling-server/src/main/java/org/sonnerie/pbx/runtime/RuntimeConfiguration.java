package org.sonnerie.pbx.runtime;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.sonnerie.pbx.config.Bell;
import org.sonnerie.pbx.config.CounterSource;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the runtime together. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {
    private static final GroupCommitLog.Bounds LOG_BOUNDS =
            new GroupCommitLog.Bounds(Duration.ofMillis(200), 10_000);

    private static final Duration LONGEST_ECHO_TEST = Duration.ofSeconds(40);

    /** Long enough to hear that it rings. */
    private static final Duration UNTIL_TRIAL_ANSWERED = Duration.ofSeconds(4);

    @Bean
    Bell callsEnded() {
        return new Bell();
    }

    @Bean
    CallLogs callLogs(Tables tables, Plans plans) {
        return new CallLogs(tables, new EventCodec(), plans);
    }

    @Bean
    EndedCalls endedCalls(
            CallLogs logs, CallArchive archive, Bell callsEnded, InstantSource clock) {
        return new EndedCalls(logs, archive, callsEnded, clock);
    }

    @Bean(destroyMethod = "close")
    GroupCommitLog eventLog(DataSource database, SonnerieProperties properties, Bell callsEnded)
            throws SQLException, IOException {
        var codec = new EventCodec();
        var store = new CallEventStore(database, codec, callsEnded);
        var folder = properties.dataFolder();
        var journal =
                new Journal(
                        folder, "call-journal.log", codec, properties.limits().journal().toBytes());
        var mover = new JournalMover(journal, store, folder.resolve("call-journal-unreadable.log"));
        return new GroupCommitLog(store, journal, mover, LOG_BOUNDS).start();
    }

    @Bean
    EventLogHealth callLogHealthIndicator(GroupCommitLog log) {
        return new EventLogHealth(log);
    }

    @Bean(destroyMethod = "close")
    LiveCalls liveCalls(
            EventLog log,
            InstantSource clock,
            World world,
            CallTerms terms,
            SonnerieProperties properties,
            CallNews news) {
        var limits =
                new Occupancy.Limits(
                        properties.limits().callsPerPerson(),
                        properties.limits().callsPerCompany(),
                        terms);
        return new LiveCalls(log, clock, world, limits, news);
    }

    /** What is entered by a PIN. */
    record Doors(RoomKeeper rooms, MailboxPins pins) {}

    @Bean
    Doors doors(RoomKeeper rooms, MailboxPins pins) {
        return new Doors(rooms, pins);
    }

    @Bean
    World.Stores stores(Mailboxes mailboxes, Greetings greetings, CallRecordings recordings) {
        return new World.Stores(mailboxes, greetings, recordings);
    }

    @Bean
    World.Outside outside(Trunks trunks, SpendingBelt belt) {
        return new World.Outside(trunks, belt);
    }

    @Bean
    World world(
            Phones phones,
            Media media,
            World.Outside outside,
            World.Stores stores,
            Duty duty,
            Doors doors) {
        return new World(
                phones,
                media,
                outside,
                stores,
                duty,
                doors.rooms(),
                new PinGuesses(),
                doors.pins());
    }

    @Bean
    RoomKeeper roomKeeper(
            Phones phones, InstantSource clock, ObjectProvider<RoomRecordings> recordings) {
        return new RoomKeeper(clock, phones::roomsChanged, recordings::getObject);
    }

    @Bean
    RoomRecordings roomRecordings(Media media, CallRecordings recordings, InstantSource clock) {
        return new RoomRecordings(media, recordings, clock);
    }

    @Bean
    RoomDesk roomDesk(RoomKeeper keeper, LiveCalls calls, Plans plans) {
        return new ConferenceDesk(keeper, calls, plans);
    }

    @Bean
    GuestDesk guestDesk(RoomKeeper keeper, LiveCalls calls, Plans plans) {
        return new GuestCalls(keeper, calls, plans);
    }

    @Bean
    CallCounts callCounts(LiveCalls calls) {
        return calls::liveNow;
    }

    @Bean
    QueueWatch queueWatch(LiveCalls calls) {
        return calls.queues();
    }

    @Bean
    CallWatch callWatch(LiveCalls calls) {
        return new CallSights(calls);
    }

    @Bean
    SupervisionDesk supervisionDesk(LiveCalls calls) {
        return new SupervisedCalls(calls);
    }

    @Bean
    CallDesk callDesk(LiveCalls calls, Plans plans, FlightRecorder recorder) {
        return new Desk(calls, plans, recorder::take);
    }

    @Bean
    ProgramDesk programDesk(LiveCalls calls, Plans plans) {
        return new RequestedCalls(calls, plans);
    }

    @Bean(destroyMethod = "close")
    TrialCalls trialDesk(LiveCalls calls, InstantSource clock) {
        return new TrialCalls(calls, clock, UNTIL_TRIAL_ANSWERED);
    }

    @Bean(destroyMethod = "close")
    EchoTests echoTests(Media media) {
        return new EchoTests(media, LONGEST_ECHO_TEST);
    }

    @Bean
    CallFacts callFacts(Tables tables) {
        return new CallFacts(tables);
    }

    @Bean
    FlightRecorder flightRecorder(
            CallFacts facts, LiveCalls calls, InstantSource clock, SonnerieProperties properties) {
        return new FlightRecorder(
                facts,
                leg ->
                        calls.of(leg)
                                .filter(live -> !live.isTrial())
                                .map(live -> live.loop().plan().company()),
                clock,
                Duration.ofDays(properties.limits().factsDays()));
    }

    @Bean
    MediaSink mediaSink(
            LiveCalls calls,
            Mailboxes mailboxes,
            CallRecordings recordings,
            RoomKeeper rooms,
            RoomRecordings roomRecordings,
            FlightRecorder recorder) {
        return new MediaDesk(calls, mailboxes, recordings, rooms, roomRecordings, recorder::take);
    }

    @Bean
    TrunkSink trunkSink(LiveCalls calls, Plans plans) {
        return new TrunkDesk(calls, plans);
    }

    @Bean
    Recovery recovery(LiveCalls calls, EventLog log, Plans plans, InstantSource clock) {
        return new Recovery(calls, log, plans, clock);
    }

    @Bean
    CounterSource factCounters(FlightRecorder recorder) {
        return new CounterSource("facts", () -> Map.of("seconds_lost_total", recorder.lostTotal()));
    }

    @Bean
    CounterSource callCounters(
            LiveCalls calls, GroupCommitLog log, Recovery recovery, EndedCalls ended) {
        return new CounterSource(
                "calls",
                () ->
                        Map.of(
                                "live_now", calls.liveNow(),
                                "refused_total", calls.refusedTotal(),
                                "recorded_total", ended.keptTotal(),
                                "set_aside_total", recovery.setAsideTotal(),
                                "log_commits_total", log.commitsTotal(),
                                "log_journaled_total", log.journaledTotal(),
                                "log_lost_total", log.lostTotal(),
                                "log_unreadable_total", log.unreadableTotal(),
                                "log_journal_bytes_now", log.journalBytes(),
                                "log_waiting_now", log.waitingNow()));
    }
}
