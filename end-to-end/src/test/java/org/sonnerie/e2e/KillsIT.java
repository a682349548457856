package org.sonnerie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sonnerie.e2e.carrier.SoftCarrier;
import org.sonnerie.e2e.carrier.Terms;
import org.sonnerie.e2e.product.Admin;
import org.sonnerie.e2e.product.Await;
import org.sonnerie.e2e.product.Sonnerie;

/**
 * The process is killed again and again at moments that nobody chose, while callers leave messages.
 * Whatever was acknowledged before a kill is there after it, once: a message whose caller was told
 * that it is kept or that a page has seen, and the record of a call that was answered. {@code
 * -Dsonnerie.kills=200} for a long night; {@code -Dsonnerie.seed} for the same moments again.
 */
class KillsIT {
    private static final int KILLS = Integer.getInteger("sonnerie.kills", 8);
    private static final long SEED = Long.getLong("sonnerie.seed", System.nanoTime());
    private static final int CALLERS = 4;
    private static final int LONGEST_MILLIS = 9_000;
    private static final int MOST_CALLS = 200;
    private static final String NEVER_FULL =
            "{\"mailTo\": {}, \"maxMessages\": 10000, \"maxMegabytes\": 1000, \"keepDays\": null}";

    private final Random random = new Random(SEED);
    private final Sonnerie sonnerie = Sonnerie.start();
    private final SoftCarrier carrier =
            SoftCarrier.open(sonnerie.carrierPort(), Terms.of(Cast.OUTSIDE));
    private final List<MessageCaller> callers = new ArrayList<>();
    private final List<MessageCaller> calling = new ArrayList<>();

    /** The ids of messages that a page has seen. */
    private final Set<String> seen = new HashSet<>();

    @BeforeEach
    void aNumberThatLeadsToAMailboxThatIsNeverFull() {
        Admin admin = Admin.signIn(sonnerie.address());
        JsonObject plan = admin.plan();
        Admin.add(
                plan,
                "numbers",
                "{\"number\": \"" + MessageCaller.MAILBOX + "\", \"to\": \"mailbox:bob\"}");
        plan.getAsJsonObject("company").add("voicemail", JsonParser.parseString(NEVER_FULL));
        admin.publish(plan);
    }

    @AfterEach
    void putAway() {
        calling.forEach(MessageCaller::close);
        carrier.close();
        sonnerie.close();
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void whatWasAcknowledgedIsThereAfterEachKillOnce() {
        for (int kill = 0; kill < KILLS; kill++) {
            round();
            sonnerie.kill();
            calling.forEach(MessageCaller::close);
            calling.clear();
            sonnerie.restart();
        }
        MailboxReader page = everythingIsThere();
        for (MailboxReader.Message message : page.messages()) {
            assertThat(page.hasSound(message.id())).as(this + ": " + message).isTrue();
        }
        assertThat(acknowledged()).as("messages that were acknowledged at all").isNotEmpty();
        assertThat(seen).as("messages that a page saw").isNotEmpty();
    }

    /** Callers come one after another; a page looks now and then; the kill comes at any moment. */
    private void round() {
        MailboxReader page = everythingIsThere();
        int port = sonnerie.port("sip");
        for (int i = 0; i < CALLERS; i++) {
            calling.add(MessageCaller.calls(carrier, port, callers.size() + i, random));
        }
        callers.addAll(calling);
        long end = System.nanoTime() + random.nextInt(LONGEST_MILLIS) * 1_000_000L;
        // The first time somebody comes to the end, so that there is something to be kept.
        boolean first = callers.size() == CALLERS;
        while (System.nanoTime() < end || (first && nobodyIsTold())) {
            page.messages().forEach(message -> seen.add(message.id()));
            LockSupport.parkNanos(50_000_000);
        }
        calling.forEach(MessageCaller::stop);
    }

    private boolean nobodyIsTold() {
        return calling.stream().noneMatch(MessageCaller::told);
    }

    private List<String> acknowledged() {
        return callers.stream().filter(MessageCaller::kept).map(MessageCaller::number).toList();
    }

    private MailboxReader everythingIsThere() {
        MailboxReader page = MailboxReader.signIn(sonnerie.address(), "bob");
        // What was only on the disk becomes a row a moment after the start.
        Await.until(this + ": all acknowledged messages", () -> missing(page).isEmpty());
        Map<String, Integer> copies = new TreeMap<>();
        page.messages().forEach(message -> copies.merge(message.number(), 1, Integer::sum));
        assertThat(copies.values()).as(this + ": each message once").allMatch(count -> count == 1);
        everyAnsweredCallIsRecorded();
        return page;
    }

    private Set<String> missing(MailboxReader page) {
        Set<String> missing = new HashSet<>(acknowledged());
        missing.addAll(seen);
        page.messages()
                .forEach(message -> {
                    missing.remove(message.number());
                    missing.remove(message.id());
                });
        return missing;
    }

    private void everyAnsweredCallIsRecorded() {
        Admin admin = Admin.signIn(sonnerie.address());
        for (MessageCaller caller : callers.subList(from(), callers.size())) {
            if (caller.answered()) {
                String path =
                        "/calls?limit=" + MOST_CALLS + "&number=" + caller.number().substring(1);
                Await.until(
                        this + ": the record of the call from " + caller.number(),
                        () -> admin.read(path).getAsJsonArray("calls").size() > 0);
                assertThat(admin.read(path).getAsJsonArray("calls")).hasSize(1);
            }
        }
    }

    /** The callers of the last two rounds: those before were looked at already. */
    private int from() {
        return Math.max(0, callers.size() - 2 * CALLERS);
    }

    @Override
    public String toString() {
        return "seed " + SEED + ", " + callers.size() + " callers";
    }
}
