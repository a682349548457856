package org.sonnerie.pbx.live;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sonnerie.pbx.call.CallGlance;
import org.sonnerie.pbx.call.CallGlance.Direction;
import org.sonnerie.pbx.call.Named;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.queue.AgentDoes;
import org.sonnerie.pbx.queues.QueueBoard.Server;
import org.sonnerie.pbx.queues.QueueBoard.Waiting;
import org.springframework.context.MessageSource;

/** What goes on, in the words of one reader. */
final class LiveWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    LiveWords(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    private String say(String key, Object... parts) {
        return messages.getMessage(key, parts, locale);
    }

    Item call(CallGlance glance) {
        Map<String, String> fields = new HashMap<>();
        fields.put("call", glance.call().text());
        named(fields, "caller", glance.caller());
        if (glance.others().size() == 1) {
            named(fields, "party", glance.others().getFirst());
        } else {
            fields.put(
                    "party",
                    glance.others().stream().map(this::name).collect(Collectors.joining(", ")));
        }
        fields.put("way", way(glance.approach()));
        fields.put("state", say("live.state." + Keyword.of(glance.state())));
        fields.put("tone", tone(glance.state()));
        fields.put("since", glance.since().toString());
        fields.put("began", time(glance.began()));
        return new Item(glance.call().text(), fields);
    }

    private String time(Instant at) {
        return TIME.withLocale(locale).format(at.atZone(zone));
    }

    private void named(Map<String, String> fields, String as, Named who) {
        fields.put(as, name(who));
        fields.put(as + "Number", who.name().isEmpty() ? "" : who.number());
    }

    private String name(Named who) {
        if (!who.name().isEmpty()) {
            return who.name();
        }
        return who.number().isEmpty() ? say("live.withheld") : who.number();
    }

    private String way(CallGlance.Approach approach) {
        List<String> parts = new ArrayList<>();
        parts.add(say("live.way." + Keyword.of(approach.direction())));
        if (approach.direction() == Direction.IN && !approach.dialled().isEmpty()) {
            parts.add(say("live.way.to", approach.dialled()));
        }
        if (!approach.via().isEmpty()) {
            parts.add(say("live.way.through", approach.via()));
        }
        return String.join(", ", parts);
    }

    private static String tone(CallGlance.State state) {
        return switch (state) {
            case TALKING, IN_ROOM -> "good";
            case RINGING, WAITING, ON_HOLD, CONSULTING, PARKED -> "warn";
            case RECONNECTING -> "bad";
            case CALLING, LISTENING, LEAVING_MESSAGE, ENDING -> "";
        };
    }

    Item waiting(int place, Waiting one) {
        Map<String, String> fields = new HashMap<>();
        named(fields, "caller", one.caller());
        fields.put("since", one.since().toString());
        fields.put("rung", one.rung() ? say("live.agents-are-rung") : "");
        return new Item(String.valueOf(place), fields);
    }

    Item agent(Server agent, AgentState state) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", agent.name());
        fields.put(
                "state",
                agent.duty()
                        .pause()
                        .filter(_ -> state == AgentState.PAUSED)
                        .map(why -> say("live.agent.paused-for", why))
                        .orElseGet(() -> say("live.agent." + Keyword.of(state))));
        fields.put("tone", state.tone());
        fields.put("since", since(agent, state));
        return new Item(agent.person().text(), fields);
    }

    /** Only duty has a beginning that is known. */
    private static String since(Server agent, AgentState state) {
        return switch (state) {
            case LOGGED_OUT, PAUSED -> agent.duty().since().map(Instant::toString).orElse("");
            case IN_A_CALL, RUNG, WRAPPING_UP, NOT_REACHABLE, FREE -> "";
        };
    }

    /** How an agent is: what keeps him from the next caller first. */
    enum AgentState {
        /** Does not serve. */
        LOGGED_OUT,
        /** Makes a pause. */
        PAUSED,
        /** Has a call, of a queue or another. */
        IN_A_CALL,
        /** Is rung for a caller. */
        RUNG,
        /** Finishes the call before. */
        WRAPPING_UP,
        /** No phone of his can ring. */
        NOT_REACHABLE,
        /** Can be rung. */
        FREE;

        /** Of an agent who has calls beside those of queues, or not. */
        static AgentState of(Server agent, boolean hasCall) {
            if (hasCall || agent.does() == AgentDoes.TALKS) {
                return IN_A_CALL;
            }
            if (!agent.duty().onDuty()) {
                return LOGGED_OUT;
            }
            return agent.duty().pause().isPresent() ? PAUSED : serving(agent);
        }

        private static AgentState serving(Server agent) {
            return switch (agent.does()) {
                case TALKS -> IN_A_CALL;
                case IS_RUNG -> RUNG;
                case WRAPS_UP -> WRAPPING_UP;
                case NOTHING -> agent.reachable() ? FREE : NOT_REACHABLE;
            };
        }

        private String tone() {
            return switch (this) {
                case FREE -> "good";
                case IN_A_CALL, RUNG, WRAPPING_UP, PAUSED -> "warn";
                case NOT_REACHABLE -> "bad";
                case LOGGED_OUT -> "";
            };
        }
    }
}
