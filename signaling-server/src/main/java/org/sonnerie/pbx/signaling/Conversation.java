package org.sonnerie.pbx.signaling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.security.SignedIn;
import org.sonnerie.pbx.security.Tickets;
import org.sonnerie.pbx.signaling.ClientMessage.Hello;
import org.sonnerie.pbx.signaling.ClientMessage.Resumption;
import org.sonnerie.pbx.signaling.MessageReader.Frame;
import org.sonnerie.pbx.signaling.ServerMessage.Refused;

/**
 * What is said over one socket: hello first, then requests. The socket's frames come one after
 * another; {@code tick} and {@code closed} may come beside them. Holds no lock, so that a socket
 * that fails while it is written to can tell so.
 */
final class Conversation implements Dialogue {
    private static final Duration FOR_HELLO = Duration.ofSeconds(10);

    /** A live page answers a probe every 4 s. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private static final Duration FOR_CLOSING = Duration.ofSeconds(5);
    private static final int GOING_AWAY = 1001;
    private static final int SESSION_OVER = 4001;
    private static final int NO_CODE = 1006;
    private static final String TOO_MANY_PAGES = "too many pages";

    private final Line line;
    private final Caller caller;
    private final Switchboard switchboard;
    private final Requests requests;
    private final Tickets tickets;
    private final InstantSource clock;
    private final RateLimit limit;
    private final MessageStream beforeHello = new MessageStream();
    private final Instant opened;
    private volatile Instant lastHeard;
    private volatile Instant closingSince = Instant.MAX;
    private volatile @Nullable Page page;

    Conversation(
            Line line,
            Caller caller,
            Switchboard switchboard,
            Requests requests,
            Tickets tickets,
            InstantSource clock) {
        this.line = line;
        this.caller = caller;
        this.switchboard = switchboard;
        this.requests = requests;
        this.tickets = tickets;
        this.clock = clock;
        this.opened = clock.instant();
        this.lastHeard = opened;
        this.limit = new RateLimit(opened);
        beforeHello.carryOn(line, 0);
        if (!switchboard.opened(this)) {
            refuse(OptionalLong.empty(), ErrorCode.TOO_MANY_PAGES, TOO_MANY_PAGES);
            line.close(CloseCode.TOO_MANY_PAGES);
        }
    }

    /** Whose socket it is. */
    PersonId person() {
        return caller.signedIn().person();
    }

    @Override
    public void received(String text) {
        if (line.closing()) {
            return;
        }
        lastHeard = clock.instant();
        switch (limit.message(lastHeard)) {
            case FOLLOW -> follow(MessageReader.read(text));
            case REFUSE ->
                    refuse(idOf(MessageReader.read(text)), ErrorCode.RATE_LIMITED, "too many");
            case CLOSE -> line.close(CloseCode.TOO_MANY);
        }
    }

    @Override
    public void receivedBinary() {
        line.close(CloseCode.PROTOCOL_ERROR);
    }

    @Override
    public void closed(int code) {
        switchboard.closed(this);
        detach(code);
    }

    private void detach(int code) {
        Page mine = page;
        if (mine != null && mine.lost(line, clock.instant())) {
            switchboard.gone(mine, code == GOING_AWAY || code == SESSION_OVER);
        }
    }

    /**
     * Gives up where nothing is heard.
     *
     * @param now the time
     */
    void tick(Instant now) {
        if (line.closing()) {
            Instant since = closingSince.equals(Instant.MAX) ? now : closingSince;
            closingSince = since;
            if (since.plus(FOR_CLOSING).isBefore(now)) {
                line.cut();
            }
        } else if (page == null && opened.plus(FOR_HELLO).isBefore(now)) {
            refuse(OptionalLong.empty(), ErrorCode.NOT_LOGGED_IN, "no hello within 10 s");
            line.close(CloseCode.NOT_LOGGED_IN);
        } else if (lastHeard.plus(LONGEST_SILENCE).isBefore(now)) {
            line.cut();
        }
    }

    private void follow(Frame frame) {
        Page mine = page;
        switch (frame) {
            case Frame.Good(ClientMessage message) when mine != null ->
                    requests.follow(mine, message);
            case Frame.Good(Hello hello) -> greet(hello);
            case Frame.Good(ClientMessage message) -> {
                refuse(OptionalLong.of(message.id()), ErrorCode.NOT_LOGGED_IN, "hello comes first");
                line.close(CloseCode.NOT_LOGGED_IN);
            }
            case Frame.Bad(OptionalLong id, ErrorCode code, String message) -> {
                refuse(id, code, message);
                if (mine == null) {
                    line.close(CloseCode.PROTOCOL_ERROR);
                }
            }
        }
    }

    private void greet(Hello hello) {
        Optional<SignedIn> who =
                tickets.redeem(hello.ticket(), caller.sessionId())
                        .filter(caller.signedIn()::equals);
        if (who.isEmpty() || !requests.hasPhone(who.get())) {
            refuse(
                    OptionalLong.of(hello.id()),
                    ErrorCode.NOT_LOGGED_IN,
                    who.isEmpty() ? "the ticket is not good" : "this person has no phone");
            line.close(CloseCode.NOT_LOGGED_IN);
            return;
        }
        Optional<Page> old = hello.resume().flatMap(resume -> resumed(who.get(), resume));
        Optional<Page> greeted = old.or(() -> fresh(who.get()));
        if (greeted.isEmpty()) {
            refuse(OptionalLong.of(hello.id()), ErrorCode.TOO_MANY_PAGES, TOO_MANY_PAGES);
            line.close(CloseCode.TOO_MANY_PAGES);
            return;
        }
        page = greeted.get();
        if (line.closing()) {
            detach(NO_CODE);
            return;
        }
        requests.welcome(greeted.get(), who.get(), hello.id(), old.isPresent());
    }

    /** The page of a broken stream; one of which too much would be missing makes way. */
    private Optional<Page> resumed(SignedIn who, Resumption resume) {
        Optional<Page> known = switchboard.find(who, caller.sessionId(), resume.token());
        Optional<Page> taken = known.filter(page -> page.take(line, resume.lastSeq()));
        if (taken.isEmpty()) {
            known.ifPresent(switchboard::remove);
        }
        return taken;
    }

    /** A new page; empty: the person has too many. */
    private Optional<Page> fresh(SignedIn who) {
        Optional<Page> made = switchboard.add(who, caller.sessionId());
        made.ifPresent(page -> page.take(line, 0));
        return made;
    }

    private void refuse(OptionalLong id, ErrorCode code, String message) {
        Refused refused = new Refused(id, code, message);
        Page mine = page;
        if (mine == null) {
            beforeHello.send(refused);
        } else {
            mine.send(refused);
        }
    }

    private static OptionalLong idOf(Frame frame) {
        return switch (frame) {
            case Frame.Good(ClientMessage message) -> OptionalLong.of(message.id());
            case Frame.Bad bad -> bad.id();
        };
    }

    /** Who opened the socket, by the session's cookie. */
    record Caller(SignedIn signedIn, String sessionId) {}
}
