package org.sonnerie.pbx.signaling;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.config.RandomText;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.PageId;
import org.sonnerie.pbx.signaling.ServerMessage.AvailabilityChanged;
import org.sonnerie.pbx.signaling.ServerMessage.CallChanged;
import org.sonnerie.pbx.signaling.ServerMessage.Probe;
import org.sonnerie.pbx.signaling.ServerMessage.Refused;
import org.sonnerie.pbx.signaling.ServerMessage.Reply;
import org.sonnerie.pbx.signaling.ServerMessage.StreamFacts;
import org.sonnerie.pbx.signaling.ServerMessage.Welcome;

/** One loaded page of a person's phone, with or without a line at the moment. Thread safe. */
final class Page {
    private static final Duration WAITED_FOR = Duration.ofSeconds(60);
    private static final int CALLS_REMEMBERED = 64;

    private final PageId id = new PageId("p-" + RandomText.id());
    private final String token = RandomText.secret();
    private final PersonId person;
    private final String sessionId;
    private final InOrder requests;
    private final MessageStream stream = new MessageStream();
    private final Pulse pulse = new Pulse();

    /** The newest view of each call, so that a reply never shows an older one. */
    private final Map<CallId, ShownCall> newest =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<CallId, ShownCall> eldest) {
                    return size() > CALLS_REMEMBERED;
                }
            };

    private boolean welcomed;
    private Instant lineLost = Instant.MAX;
    private Optional<AvailabilityChanged> told = Optional.empty();
    private Optional<ServerMessage.Rooms> rooms = Optional.empty();

    Page(PersonId person, String sessionId, InOrder requests) {
        this.person = person;
        this.sessionId = sessionId;
        this.requests = requests;
    }

    PageId id() {
        return id;
    }

    String token() {
        return token;
    }

    PersonId person() {
        return person;
    }

    String sessionId() {
        return sessionId;
    }

    /** The page's requests, one after another. */
    InOrder requests() {
        return requests;
    }

    /**
     * Takes a line: the first one, or one that continues a broken one.
     *
     * @param line over which is spoken from now on
     * @param seen the last message the page had; 0 for a new page
     * @return false: too much would be missing, the page has to begin anew
     */
    synchronized boolean take(Line line, long seen) {
        if (!stream.continues(seen)) {
            return false;
        }
        stream.line().ifPresent(old -> old.close(CloseCode.GOODBYE));
        lineLost = Instant.MAX;
        pulse.restart();
        stream.carryOn(line, seen);
        return true;
    }

    /**
     * A line broke.
     *
     * @param line which
     * @param now when
     * @return false: the page has another one by now
     */
    synchronized boolean lost(Line line, Instant now) {
        if (stream.line().filter(line::equals).isEmpty()) {
            return false;
        }
        stream.cut();
        lineLost = now;
        return true;
    }

    /**
     * Whether nobody need wait for it any longer.
     *
     * @param now the time
     * @return true: 60 s without a line
     */
    synchronized boolean over(Instant now) {
        return lostSince().filter(lost -> lost.plus(WAITED_FOR).isBefore(now)).isPresent();
    }

    /**
     * Since when it has no line.
     *
     * @return empty: it has one
     */
    synchronized Optional<Instant> lostSince() {
        return lineLost.equals(Instant.MAX) ? Optional.empty() : Optional.of(lineLost);
    }

    /**
     * Greets.
     *
     * @param id hello's
     * @param resumed true: the stream goes on
     * @param greeting what is told of person and company
     * @param calls the live ones; what was shown meanwhile is newer and told instead
     */
    synchronized void welcome(long id, boolean resumed, Greeting greeting, List<ShownCall> calls) {
        Map<CallId, ShownCall> shown = new LinkedHashMap<>();
        calls.forEach(call ->
                shown.put(call.view().call(), new ShownCall(newest(call.view()), call.media())));
        newest.values().stream()
                .filter(call -> call.view().state() != CallView.State.ENDED)
                .forEach(call -> shown.putIfAbsent(call.view().call(), call));
        welcomed = true;
        told = Optional.empty();
        rooms = Optional.empty();
        stream.send(
                new Welcome(
                        id,
                        new StreamFacts(resumed, token, this.id, greeting.now()),
                        greeting.me(),
                        greeting.company(),
                        greeting.available(),
                        greeting.directory(),
                        List.copyOf(shown.values())));
    }

    /**
     * Shows a call.
     *
     * @param view as of now
     * @param carrier the page that carries its sound
     */
    synchronized void show(CallView view, Optional<PageId> carrier) {
        ShownCall shown = ShownCall.on(id, view, carrier);
        newest.remove(view.call());
        newest.put(view.call(), shown);
        if (welcomed) {
            stream.send(new CallChanged(shown));
        }
    }

    /**
     * Answers a placed call.
     *
     * @param message the message's id
     * @param view as the call began; a newer one shown meanwhile is told instead
     * @param sdp the relay's answer
     * @param carrier the page that carries its sound
     */
    synchronized void placed(long message, CallView view, String sdp, Optional<PageId> carrier) {
        ShownCall call = ShownCall.on(id, newest(view), carrier);
        stream.send(new Reply(message, Optional.of(call), Optional.of(sdp)));
    }

    /**
     * Says something.
     *
     * @param message what
     */
    synchronized void send(ServerMessage message) {
        stream.send(message);
    }

    /**
     * Refuses a message.
     *
     * @param message its id
     * @param code why
     * @param text in English, for developers
     */
    void refuse(long message, ErrorCode code, String text) {
        send(new Refused(OptionalLong.of(message), code, text));
    }

    /**
     * Probes, if it is time and the page has a line.
     *
     * @param now the time
     */
    synchronized void probe(Instant now) {
        if (welcomed && stream.line().isPresent()) {
            pulse.due(now).ifPresent(nonce -> stream.send(new Probe(nonce)));
        }
    }

    /**
     * The page answered a probe.
     *
     * @param answer what it said
     * @param now when
     */
    synchronized void probed(ClientMessage.Probed answer, Instant now) {
        pulse.answered(answer, now);
    }

    /**
     * Whether it can ring.
     *
     * @param now the time
     * @return true: it has a line and said so within the last 10 s
     */
    synchronized boolean canRing(Instant now) {
        return stream.line().isPresent() && pulse.canRing(now);
    }

    /**
     * Tells whether the person can be reached, if that is news.
     *
     * @param available the person's own switch
     * @param reachable whether a phone of his rings now
     */
    synchronized void tellAvailability(boolean available, boolean reachable) {
        AvailabilityChanged now = new AvailabilityChanged(available, reachable, pulse.obstacle());
        if (welcomed && !told.equals(Optional.of(now))) {
            told = Optional.of(now);
            stream.send(now);
        }
    }

    /** Says how many messages of the person's mailboxes nobody has heard. */
    synchronized void tellUnheard(int unheard) {
        if (welcomed) {
            stream.send(new ServerMessage.VoicemailWaits(unheard));
        }
    }

    /** Shows the conference rooms, if that is news. */
    synchronized void tellRooms(ServerMessage.Rooms now) {
        if (welcomed && !rooms.equals(Optional.of(now))) {
            rooms = Optional.of(now);
            stream.send(now);
        }
    }

    /**
     * Says good-bye and closes.
     *
     * @param reason told before, if any
     * @param code the close code
     */
    synchronized void close(Optional<ServerMessage.Farewell> reason, CloseCode code) {
        reason.ifPresent(why -> stream.send(new ServerMessage.Goodbye(why)));
        stream.line().ifPresent(line -> line.close(code));
    }

    private CallView newest(CallView view) {
        ShownCall shown = newest.get(view.call());
        return shown == null ? view : shown.view();
    }

    /** What a page is told of its person and company, and the time. */
    record Greeting(
            ServerMessage.Me me,
            ServerMessage.CompanyCard company,
            boolean available,
            List<ServerMessage.Entry> directory,
            Instant now) {}
}
