package org.sonnerie.pbx.push;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.sonnerie.pbx.call.CallId;
import org.sonnerie.pbx.call.CallView;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Sleepers;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;

/**
 * Wakes browsers for calls, and tells them when a call rings no more. Whatever speaks to a push
 * service does so beside the calls. Thread safe.
 */
final class PushDesk implements Sleepers {
    /** After it the call has gone on. */
    private static final Duration RING_KEPT = Duration.ofSeconds(10);

    /** Who comes back within it still wants to know who called. */
    private static final Duration WORD_KEPT = Duration.ofHours(12);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 4;
    private static final int TOPIC_CHARACTERS = 32;

    /** So many calls at once wake nobody twice as well as one. */
    private static final int MOST_ALARMS = 8;

    private final Subscriptions subscriptions;
    private final PushPost post;
    private final PushWords words;
    private final Beside beside;
    private final Map<Ringing, Alarm> alarms = new ConcurrentHashMap<>();

    /**
     * What runs beside the calls.
     *
     * @param executor runs what blocks
     * @param scheduler runs what is tried again
     * @param clock the time
     */
    record Beside(AsyncTaskExecutor executor, TaskScheduler scheduler, InstantSource clock) {}

    private record Ringing(PersonId person, CallId call) {}

    PushDesk(Subscriptions subscriptions, PushPost post, PushWords words, Beside beside) {
        this.subscriptions = subscriptions;
        this.post = post;
        this.words = words;
        this.beside = beside;
    }

    @Override
    public boolean any(PersonId person) {
        return !subscriptions.of(person).isEmpty();
    }

    @Override
    public CompletableFuture<Boolean> wake(CallView call) {
        List<Subscription> browsers = subscriptions.of(call.person());
        if (browsers.isEmpty() || alarmsOf(call.person()) >= MOST_ALARMS) {
            return CompletableFuture.completedFuture(false);
        }
        Alarm alarm = new Alarm(call, browsers.size());
        alarms.put(new Ringing(call.person(), call.call()), alarm);
        browsers.forEach(browser -> beside.executor().execute(() -> ring(alarm, browser, 1)));
        return alarm.shown();
    }

    private long alarmsOf(PersonId person) {
        return alarms.keySet().stream().filter(one -> one.person().equals(person)).count();
    }

    private void ring(Alarm alarm, Subscription browser, int attempt) {
        if (alarm.over()) {
            return;
        }
        String json = words.ringing(alarm.call(), alarm.wake(), browser.language());
        switch (post.send(browser, message(json, alarm.call(), RING_KEPT))) {
            case TAKEN -> alarm.told(browser).ifPresent(ending -> tell(browser, ending));
            case OVER -> {
                subscriptions.forget(browser);
                alarm.lost();
            }
            case FAILED -> {
                if (attempt < TRIES) {
                    var _ =
                            beside.scheduler()
                                    .schedule(
                                            () -> ring(alarm, browser, attempt + 1),
                                            beside.clock().instant().plus(PAUSE));
                } else {
                    alarm.lost();
                }
            }
        }
    }

    @Override
    public void seen(CallView call) {
        if (call.state() != CallView.State.RINGING) {
            Alarm alarm = alarms.remove(new Ringing(call.person(), call.call()));
            if (alarm != null) {
                alarm.end(call)
                        .forEach(browser -> beside.executor().execute(() -> tell(browser, call)));
            }
        }
    }

    private void tell(Subscription browser, CallView call) {
        String json = words.over(call, browser.language());
        if (post.send(browser, message(json, call, WORD_KEPT)) == PushPost.Outcome.OVER) {
            subscriptions.forget(browser);
        }
    }

    private static PushPost.Message message(String json, CallView call, Duration kept) {
        String topic = Subscription.hash(call.call().text()).substring(0, TOPIC_CHARACTERS);
        return new PushPost.Message(json, topic, kept);
    }

    @Override
    public void awake(PersonId person) {
        alarms.forEach((ringing, alarm) -> {
            if (ringing.person().equals(person)) {
                alarm.shown().complete(true);
            }
        });
    }

    /**
     * A browser shows a call.
     *
     * @param person who is signed in there
     * @param wake as it was told
     * @return the call; empty: it rings no more
     */
    Optional<CallId> shown(PersonId person, String wake) {
        Optional<Alarm> alarm =
                alarms.values().stream()
                        .filter(one -> one.wake().equals(wake))
                        .filter(one -> one.call().person().equals(person))
                        .findFirst();
        alarm.ifPresent(one -> one.shown().complete(true));
        return alarm.map(one -> one.call().call());
    }
}
