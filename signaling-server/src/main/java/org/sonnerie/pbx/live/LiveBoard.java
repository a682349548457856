package org.sonnerie.pbx.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.live.LiveWords.AgentState;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.queues.QueueBoard;
import org.sonnerie.pbx.queues.QueueBoard.Line;
import org.sonnerie.pbx.queues.QueueBoard.Server;
import org.sonnerie.pbx.queues.QueueBoard.Waiting;
import org.sonnerie.pbx.runtime.CallDesk;
import org.sonnerie.pbx.runtime.CallWatch;
import org.sonnerie.pbx.runtime.Plans;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What goes on now, as somebody may see it and in his words. Thread safe. */
@Component
public class LiveBoard {
    /** The list of calls. */
    public static final String CALLS = "calls";

    /** The list of queues. */
    public static final String QUEUES = "queues";

    private final Plans plans;
    private final CallWatch watch;
    private final QueueBoard queues;
    private final CallDesk desk;
    private final MessageSource messages;

    LiveBoard(
            Plans plans,
            CallWatch watch,
            QueueBoard queues,
            CallDesk desk,
            MessageSource messages) {
        this.plans = plans;
        this.watch = watch;
        this.queues = queues;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * All there is to see.
     *
     * @param who looks: his role and his company's plan say how much he sees
     * @param locale in which language
     * @return the lists {@link #CALLS}, in the order they began, and {@link #QUEUES}, in the order
     *     of the plan
     */
    public Map<String, List<Item>> of(SignedIn who, Locale locale) {
        CompanyPlan plan = plans.current(who.company());
        Scope scope = Scope.of(who.role(), who.person(), plan);
        LiveWords words = new LiveWords(messages, locale, plan.facts().timeZone());
        return Map.of(
                CALLS,
                watch.calls(plan.company()).stream()
                        .filter(seen -> scope.shows(seen.queue()))
                        .map(seen -> words.call(seen.glance()))
                        .toList(),
                QUEUES,
                queues.of(plan.company()).stream()
                        .filter(line -> scope.queues().contains(new QueueId(line.id())))
                        .map(line -> queue(line, words))
                        .toList());
    }

    private Item queue(Line line, LiveWords words) {
        Map<String, AgentState> states = new HashMap<>();
        line.agents().forEach(agent -> states.put(agent.person().text(), state(agent)));
        Map<String, String> fields = new HashMap<>();
        fields.put("name", line.name());
        fields.put("extension", line.extension());
        fields.put("waiting", String.valueOf(line.callers().size()));
        fields.put("waitingTone", waitingTone(line));
        fields.put(
                "longest",
                line.callers().stream()
                        .map(Waiting::since)
                        .min(Instant::compareTo)
                        .map(Instant::toString)
                        .orElse(""));
        fields.put("loggedIn", count(line.agents().stream().filter(one -> one.duty().onDuty())));
        fields.put("paused", of(states, AgentState.PAUSED));
        fields.put("inCall", of(states, AgentState.IN_A_CALL));
        fields.put("free", of(states, AgentState.FREE));
        return new Item(
                line.id(),
                fields,
                Map.of("callers", callers(line, words), "agents", agents(line, states, words)));
    }

    private AgentState state(Server agent) {
        return AgentState.of(
                agent, desk.calls(agent.person()).stream().anyMatch(CallView::engages));
    }

    /** Nobody there to serve whoever waits is worse than that somebody waits. */
    private static String waitingTone(Line line) {
        if (line.callers().isEmpty()) {
            return "";
        }
        boolean served =
                line.agents().stream().anyMatch(one -> one.duty().serves() && one.reachable());
        return served ? "warn" : "bad";
    }

    private static String of(Map<String, AgentState> states, AgentState wanted) {
        return count(states.values().stream().filter(wanted::equals));
    }

    private static String count(Stream<?> some) {
        return String.valueOf(some.count());
    }

    private static List<Item> callers(Line line, LiveWords words) {
        List<Item> items = new ArrayList<>();
        for (Waiting one : line.callers()) {
            items.add(words.waiting(items.size() + 1, one));
        }
        return items;
    }

    private static List<Item> agents(Line line, Map<String, AgentState> states, LiveWords words) {
        return line.agents().stream()
                .map(agent ->
                        words.agent(
                                agent, states.getOrDefault(agent.person().text(), AgentState.FREE)))
                .toList();
    }
}
