package org.sonnerie.pbx.signaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.guests.Admission;
import org.sonnerie.pbx.guests.GuestLink;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.runtime.DeskRefusal;
import org.sonnerie.pbx.runtime.GuestDesk;

/**
 * What is said over one guest's socket: he joins, is told how he stands, and leaves with the
 * socket. Once a second it is looked whether something has changed.
 */
final class GuestConversation implements Dialogue {
    private static final Logger LOG = LoggerFactory.getLogger(GuestConversation.class);
    private static final Duration FOR_JOINING = Duration.ofMinutes(1);
    private static final Duration FOR_CLOSING = Duration.ofSeconds(5);

    /** A socket over which nothing is said is taken for a broken one. */
    private static final Duration SAID_AGAIN = Duration.ofSeconds(20);

    private final Line line;
    private final String address;
    private final GuestLines lines;
    private final RateLimit limit;
    private final Instant opened;
    private final InOrder order;
    private boolean joining;
    private boolean gone;
    private Optional<GuestDesk.State> told = Optional.empty();
    private Instant toldAt = Instant.MIN;
    private Instant closingSince = Instant.MAX;
    private GuestDesk.@Nullable GuestCall call;

    GuestConversation(Line line, String address, GuestLines lines) {
        this.line = line;
        this.address = address;
        this.lines = lines;
        this.opened = lines.now();
        this.limit = new RateLimit(opened);
        this.order = new InOrder(lines.executor());
    }

    String address() {
        return address;
    }

    @Override
    public void received(String text) {
        if (line.closing()) {
            return;
        }
        switch (limit.message(lines.now())) {
            case FOLLOW -> follow(GuestMessages.read(text));
            case REFUSE -> refuse(0, ErrorCode.RATE_LIMITED, "too many");
            case CLOSE -> line.close(CloseCode.TOO_MANY);
        }
    }

    @Override
    public void receivedBinary() {
        line.close(CloseCode.PROTOCOL_ERROR);
    }

    @Override
    public void closed(int code) {
        lines.closed(this);
        GuestDesk.GuestCall left = leave();
        if (left != null) {
            left.leave();
        }
    }

    private synchronized GuestDesk.@Nullable GuestCall leave() {
        gone = true;
        return call;
    }

    private void follow(GuestMessage message) {
        switch (message) {
            case GuestMessage.Join join -> begin(join);
            case GuestMessage.Mute(long id, boolean muted) -> {
                present().ifPresent(one -> one.mute(muted));
                line.send(GuestMessages.done(id));
                look();
            }
            case GuestMessage.Leave(long id) -> {
                line.send(GuestMessages.done(id));
                line.close(CloseCode.GOODBYE);
            }
            case GuestMessage.Bad(long id, ErrorCode code, String why) -> refuse(id, code, why);
        }
    }

    private synchronized Optional<GuestDesk.GuestCall> present() {
        return Optional.ofNullable(call);
    }

    private synchronized boolean first() {
        boolean first = !joining;
        joining = true;
        return first;
    }

    private void begin(GuestMessage.Join join) {
        if (!first()) {
            refuse(join.id(), ErrorCode.WRONG_STATE, "joined already");
            return;
        }
        order.add(() -> join(join));
    }

    private void join(GuestMessage.Join join) {
        try {
            if (lines.links().admit(join.token()) instanceof Admission.Good(GuestLink link)) {
                take(
                        join.id(),
                        lines.desk().join(link.company(), link.room(), join.name(), join.sdp()));
            } else {
                refuse(join.id(), ErrorCode.NOT_LOGGED_IN, "the link does not let in");
                line.close(CloseCode.NOT_LOGGED_IN);
            }
        } catch (DeskRefusal refusal) {
            ErrorCode code = Requests.code(refusal.code());
            end(join.id(), code, Keyword.of(code).replace('-', ' '));
        } catch (RuntimeException defect) {
            LOG.error("a guest could not join", defect);
            end(join.id(), ErrorCode.INTERNAL, "the server failed");
        }
    }

    private void end(long id, ErrorCode code, String why) {
        refuse(id, code, why);
        line.close(CloseCode.GOODBYE);
    }

    private void take(long id, GuestDesk.GuestCall joined) {
        boolean late;
        synchronized (this) {
            late = gone;
            call = joined;
        }
        if (late) {
            joined.leave();
        } else {
            line.send(GuestMessages.reply(id, joined.sdp()));
        }
    }

    /** Called every second. */
    void tick(Instant now) {
        if (line.closing()) {
            cutLater(now);
        } else if (present().isEmpty() && opened.plus(FOR_JOINING).isBefore(now)) {
            line.close(CloseCode.NOT_LOGGED_IN);
        } else {
            look();
        }
    }

    /** What was said last is still on its way. */
    private synchronized void cutLater(Instant now) {
        if (closingSince.equals(Instant.MAX)) {
            closingSince = now;
        } else if (closingSince.plus(FOR_CLOSING).isBefore(now)) {
            line.cut();
        }
    }

    private void look() {
        present().ifPresent(one -> tell(one.state()));
    }

    private synchronized void tell(GuestDesk.State now) {
        Instant at = lines.now();
        boolean recent = toldAt.isAfter(at.minus(SAID_AGAIN));
        if (told.equals(Optional.of(now)) && recent) {
            return;
        }
        told = Optional.of(now);
        toldAt = at;
        line.send(GuestMessages.state(now));
        if (now.ended().isPresent()) {
            line.close(CloseCode.GOODBYE);
        }
    }

    private void refuse(long id, ErrorCode code, String why) {
        OptionalLong to = id > 0 ? OptionalLong.of(id) : OptionalLong.empty();
        line.send(GuestMessages.error(to, code, why));
    }
}
