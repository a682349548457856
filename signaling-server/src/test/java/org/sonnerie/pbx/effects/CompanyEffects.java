package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.CallEffect.CallSound;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Dialling;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.recording.RecordingSight;
import org.sonnerie.pbx.relay.RelaySight;
import org.sonnerie.pbx.voicemail.VoicemailSight;

/** What holds for the company as a whole does. */
final class CompanyEffects {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final long MEGABYTE = 1_000_000;
    private static final String TALK = "bob answers";

    private CompanyEffects() {}

    static List<Effect> all() {
        return Stream.of(facts(), dialling(), voicemail(), consent(), recording())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Effect> facts() {
        return List.of(
                field("company.name", "company.name=Bakery")
                        .call("alice dials +33612345678")
                        .goes(
                                "alice up; +33612345678 over loopback as +33145678901 Shop "
                                        + "trying",
                                "alice up; +33612345678 over loopback as +33145678901 Bakery "
                                        + "trying"),
                field("company.country", "company.country=GB")
                        .sight(plan -> Dialling.read(plan, "01 45 67 89 99"))
                        .goes(
                                "ToOutside[number=+33145678999, emergency=false]",
                                "ToOutside[number=+44145678999, emergency=false]"),
                field("company.language", "company.language=fr")
                        .sight(plan -> RelaySight.played(plan, new CallSound.Prompt("closed")))
                        .goes(
                                "[Prompt[language=en, name=closed]]",
                                "[Prompt[language=fr, name=closed]]"),
                field("company.timeZone", "company.timeZone=America/New_York")
                        .call("carol dials 500")
                        .goes("carol up; alice trying", "carol up; bob trying"));
    }

    private static List<Effect> dialling() {
        return List.of(
                field("dialling.openCallingCodes", "dialling.openCallingCodes:=[\"44\"]")
                        .call("alice dials +442079460000")
                        .goes(
                                "alice hears error",
                                "alice up; +442079460000 over loopback as +33145678901 Shop "
                                        + "trying"),
                field("dialling.codes", "dialling.codes.*43=echo")
                        .call("alice dials *43")
                        .goes("alice hears unobtainable", "alice hears echo-welcome"),
                field("dialling.parkSlots", "dialling.parkSlots=701-702")
                        .sight(plan -> Dialling.read(plan, "702"))
                        .goes("ToNowhere[why=UNKNOWN_NUMBER]", "ToSlot[slot=702]"),
                field("dialling.parkSlots", "dialling.parkSlots=701-702")
                        .given("dialling.parkSlots=701-703")
                        .sight(plan -> Dialling.read(plan, "703"))
                        .goes("ToSlot[slot=703]", "ToNowhere[why=UNKNOWN_NUMBER]"));
    }

    private static boolean full(CompanyPlan plan, int messages, long bytes) {
        return plan.facts().voicemail().full(messages, bytes);
    }

    private static List<Effect> voicemail() {
        String rules = "company.voicemail.";
        MailboxId sales = MailboxId.of(new GroupId("sales"));
        return List.of(
                field(
                                rules + "mailTo",
                                rules + "mailTo.group-mailbox:sales:=[\"all@shop.example\"]")
                        .given("groups.sales.voicemail:=true")
                        .sight(plan -> VoicemailSight.mailed(plan, sales))
                        .goes("[]", "[all@shop.example in en]"),
                field(rules + "maxMessages", rules + "maxMessages:=50")
                        .given(rules + "maxMessages:=51")
                        .sight(plan -> "50 messages are full: " + full(plan, 50, 0))
                        .goes("50 messages are full: false", "50 messages are full: true"),
                field(rules + "maxMessages", rules + "maxMessages:=50")
                        .given(rules + "maxMessages:=49")
                        .sight(plan -> "49 messages are full: " + full(plan, 49, 0))
                        .goes("49 messages are full: true", "49 messages are full: false"),
                field(rules + "maxMegabytes", rules + "maxMegabytes:=20")
                        .given(rules + "maxMegabytes:=21")
                        .sight(plan -> "20 MB are full: " + full(plan, 1, 20 * MEGABYTE))
                        .goes("20 MB are full: false", "20 MB are full: true"),
                field(rules + "maxMegabytes", rules + "maxMegabytes:=20")
                        .given(rules + "maxMegabytes:=19")
                        .sight(plan -> "a byte less is full: " + full(plan, 1, 20 * MEGABYTE - 1))
                        .goes("a byte less is full: true", "a byte less is full: false"),
                field(rules + "keepDays", rules + "keepDays:=30")
                        .sight(plan -> VoicemailSight.oldest(plan, NOW))
                        .goes("Optional.empty", "Optional[2026-10-24T10:00:00Z]"));
    }

    private static List<Effect> consent() {
        return List.of(
                field("recording.consent", "recording.consent=ask")
                        .given(
                                "numbers.+33145678901.to=person:bob",
                                "recording.numbers.+33145678901=always")
                        .call(
                                "caller calls +33145678901",
                                "bob rings",
                                TALK,
                                "bob listens",
                                "caller presses 2")
                        .goes(
                                "caller hears recording-starts (recording on); bob hears caller "
                                        + "(recording on)",
                                "caller hears bob (recording refused); bob hears caller "
                                        + "(recording refused)"),
                field("recording.consent", "recording.consent=told")
                        .given(
                                "numbers.+33145678901.to=person:bob",
                                "recording.numbers.+33145678901=always")
                        .call("caller calls +33145678901", "bob rings", TALK)
                        .goes(
                                "caller hears recording-starts (recording on); bob hears "
                                        + "recording-starts (recording on)",
                                "caller hears bob (recording on); bob hears caller (recording "
                                        + "on)"));
    }

    private static List<Effect> recording() {
        return List.of(
                field("recording.keepDays", "recording.keepDays:=30")
                        .sight(plan -> RecordingSight.oldest(plan, NOW))
                        .goes("2026-08-25T10:00:00Z", "2026-10-24T10:00:00Z"),
                field("recording.people", "recording.people.bob=never")
                        .given("recording.people.alice=on-demand")
                        .call("alice dials 102", "bob rings", TALK)
                        .goes(
                                "alice hears bob (recording off); bob hears alice",
                                "alice hears bob; bob hears alice"),
                field("recording.groups", "recording.groups.sales=on-demand")
                        .call("carol dials 200", "bob rings", TALK)
                        .goes(
                                "carol hears bob (for Sales); alice (for Sales) out: "
                                        + "answered_elsewhere; bob (for Sales) hears carol",
                                "carol hears bob (for Sales) (recording off); alice (for "
                                        + "Sales) out: answered_elsewhere; bob (for Sales) hears carol "
                                        + "(recording off)"),
                field("recording.queues", "recording.queues.support=on-demand")
                        .call("alice dials 300", "queue offers bob", "bob rings", TALK)
                        .goes(
                                "alice hears bob (for Support); bob (for Support) hears alice",
                                "alice hears bob (for Support) (recording off); bob (for "
                                        + "Support) hears alice (recording off)"),
                field("recording.numbers", "recording.numbers.+33145678901=always")
                        .given("numbers.+33145678901.to=person:bob")
                        .call("caller calls +33145678901", "bob rings", TALK)
                        .goes(
                                "caller hears bob; bob hears caller",
                                "caller hears recording-starts (recording on); bob hears "
                                        + "recording-starts (recording on)"),
                field("recording.rooms", "recording.rooms.staff=on-demand")
                        .given("rooms.staff.moderatorPin=135790")
                        .sight(RoomSight::whenTheModeratorRecords)
                        .goes("NOT_ALLOWED, not recorded", "DONE, recorded"));
    }
}
