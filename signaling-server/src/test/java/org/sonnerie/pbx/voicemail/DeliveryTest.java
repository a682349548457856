package org.sonnerie.pbx.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.mail.Posted;
import org.sonnerie.pbx.plan.CompanyId;

/** When mails are tried, and that each is sent once. */
class DeliveryTest {
    private static final Instant BEGAN = Instant.parse("2026-11-23T09:30:00Z");
    private static final LetterText TEXT = new LetterText("s", "b", Optional.empty(), "f");

    private Instant now = BEGAN;
    private Posted answer = new Posted.Accepted();
    private Optional<LetterText> text = Optional.of(TEXT);
    private final Box outbox = new Box();
    private final List<Duration> tried = new ArrayList<>();
    private final Delivery delivery =
            new Delivery(
                    outbox,
                    _ -> {
                        tried.add(Duration.between(BEGAN, now));
                        return answer;
                    },
                    _ -> text,
                    () -> now);

    /** An outbox in memory. */
    private static final class Box implements Outbox {
        private final Map<Letter, Instant> waiting = new HashMap<>();
        private final List<String> told = new ArrayList<>();

        @Override
        public List<Letter> due(Instant at) {
            return waiting.entrySet().stream()
                    .filter(one -> !one.getValue().isAfter(at))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        public void sent(Letter letter, Instant at) {
            waiting.remove(letter);
            told.add("sent");
        }

        @Override
        public void again(Letter letter, Instant due) {
            waiting.remove(letter);
            waiting.put(
                    new Letter(
                            letter.id(),
                            letter.message(),
                            letter.company(),
                            letter.address(),
                            letter.language(),
                            letter.attempts() + 1),
                    due);
        }

        @Override
        public void over(Letter letter, Instant at) {
            waiting.remove(letter);
            told.add("over");
        }
    }

    private void waits() {
        Recipient to = new Recipient("alice@example.org", Locale.ENGLISH);
        outbox.waiting.put(new Letter(new MessageId("c-r1"), new CompanyId("acme"), to), BEGAN);
    }

    private void passes(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            delivery.round();
            now = now.plusSeconds(30);
        }
    }

    @Test
    void whatIsTakenIsSentOnce() {
        waits();
        passes(Duration.ofHours(2));
        assertThat(tried).containsExactly(Duration.ZERO);
        assertThat(outbox.told).containsExactly("sent");
    }

    @Test
    void aServerThatIsAwayIsAskedAgainWithGrowingPauses() {
        waits();
        answer = new Posted.Later("no connection");
        passes(Duration.ofHours(6));
        assertThat(tried.stream().map(Duration::toMinutes))
                .containsExactly(0L, 1L, 6L, 21L, 81L, 321L);
        answer = new Posted.Accepted();
        passes(Duration.ofHours(5));
        assertThat(tried).hasSize(7);
        assertThat(outbox.told).containsExactly("sent");
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        waits();
        answer = new Posted.Later("no connection");
        passes(Duration.ofDays(6));
        assertThat(tried).hasSize(Delivery.MOST_ATTEMPTS);
        assertThat(tried.getLast()).isBetween(Duration.ofDays(2), Duration.ofDays(4));
        assertThat(outbox.told).containsExactly("over");
    }

    @Test
    void anAddressThatIsRefusedIsNotTriedAgain() {
        waits();
        answer = new Posted.Refused("no such address");
        passes(Duration.ofDays(1));
        assertThat(tried).hasSize(1);
        assertThat(outbox.told).containsExactly("over");
    }

    @Test
    void ofAMessageThatIsDeletedNobodyIsTold() {
        waits();
        text = Optional.empty();
        passes(Duration.ofDays(1));
        assertThat(tried).isEmpty();
        assertThat(outbox.told).containsExactly("over");
    }

    @Test
    void theSameMessageAndAddressMakeTheSameName() {
        CompanyId company = new CompanyId("acme");
        MessageId message = new MessageId("c-r1");
        Recipient alice = new Recipient("alice@example.org", Locale.ENGLISH);
        Letter one = new Letter(message, company, alice);
        assertThat(new Letter(message, company, alice).id()).isEqualTo(one.id());
        assertThat(new Letter(message, company, new Recipient("b@x.org", Locale.FRENCH)).id())
                .isNotEqualTo(one.id());
        assertThat(one.toString()).doesNotContain("alice");
    }
}
