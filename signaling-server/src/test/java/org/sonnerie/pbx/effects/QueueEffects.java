package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.live.ScopeSight;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.voicemail.VoicemailSight;

/** What the fields of a queue do. */
final class QueueEffects {
    private static final MailboxId BOX = MailboxId.of(new QueueId("support"));
    private static final PersonId ALICE = new PersonId("alice");
    private static final String TO_CLOSED = "=announcement:closed";

    private QueueEffects() {}

    static List<Effect> all() {
        return Stream.of(serving(), waiting(), telling(), keeping()).flatMap(List::stream).toList();
    }

    private static List<Effect> serving() {
        return List.of(
                field("queue.name", "queues.support.name=Help desk")
                        .call("alice dials 300", "queue offers bob")
                        .goes(
                                "alice hears music; bob (for Support) trying",
                                "alice hears music; bob (for Help desk) trying"),
                field("queue.extension", "queues.support.extension=301")
                        .call("alice dials 300")
                        .goes("alice hears music", "alice hears unobtainable"),
                field("queue.agents", "queues.support.agents:=[\"carol\"]")
                        .sight(QueueSight::oneAfterAnother)
                        .goes("[a [bob], b [bob], c [bob]]", "[a [carol], b [carol], c [carol]]"),
                field("queue.supervisors", "queues.support.supervisors:=[\"alice\"]")
                        .sight(plan -> ScopeSight.supervised(plan, ALICE))
                        .goes("[]", "[support]"),
                field("queue.strategy", "queues.support.strategy=all")
                        .sight(QueueSight::oneAfterAnother)
                        .goes(
                                "[a [bob], b [bob], c [bob]]",
                                "[a [bob, carol], b [bob, carol], c [bob, carol]]"),
                field("queue.strategy", "queues.support.strategy=round-robin")
                        .sight(QueueSight::oneAfterAnother)
                        .goes("[a [bob], b [bob], c [bob]]", "[a [bob], b [carol], c [bob]]"),
                field("queue.strategy", "queues.support.strategy=longest-idle")
                        .sight(QueueSight::oneAfterAnother)
                        .goes("[a [bob], b [bob], c [bob]]", "[a [bob], b [carol], c [carol]]"),
                field("queue.strategy", "queues.support.strategy=fewest-calls")
                        .sight(QueueSight::oneAfterAnother)
                        .goes("[a [bob], b [bob], c [bob]]", "[a [carol], b [carol], c [carol]]"),
                field("queue.ringSeconds", "queues.support.ringSeconds:=14")
                        .call("alice dials 300", "queue offers bob", "bob rings", "14 s pass")
                        .goes(
                                "alice hears music; bob (for Support) ringing",
                                "alice hears music; bob (for Support) out: no_answer"),
                field("queue.ringSeconds", "queues.support.ringSeconds:=16")
                        .call("alice dials 300", "queue offers bob", "bob rings", "15 s pass")
                        .goes(
                                "alice hears music; bob (for Support) out: no_answer",
                                "alice hears music; bob (for Support) ringing"),
                field("queue.wrapUpSeconds", "queues.support.wrapUpSeconds:=30")
                        .sight(plan -> QueueSight.afterACall(plan, 29))
                        .goes("[a [bob]]", "[a [carol]]"),
                field("queue.wrapUpSeconds", "queues.support.wrapUpSeconds:=30")
                        .given("queues.support.wrapUpSeconds:=31")
                        .sight(plan -> QueueSight.afterACall(plan, 30))
                        .goes("[a [carol]]", "[a [bob]]"));
    }

    private static List<Effect> waiting() {
        return List.of(
                field("queue.maxCallers", "queues.support.maxCallers:=2")
                        .given("queues.support.maxCallers:=1")
                        .call("alice dials 300", "queue told 2")
                        .goes(
                                "alice hears not-available",
                                "alice hears queue-position number-2 queue-wait-about "
                                        + "number-3 minutes"),
                field("queue.maxCallers", "queues.support.maxCallers:=2")
                        .call("alice dials 300", "queue told 3")
                        .goes(
                                "alice hears queue-position number-3 queue-wait-about "
                                        + "number-3 minutes",
                                "alice hears not-available"),
                field("queue.maxWaitSeconds", "queues.support.maxWaitSeconds:=60")
                        .given("queues.support.maxWaitSeconds:=61")
                        .call("alice dials 300", "60 s pass")
                        .goes("alice hears music", "alice hears not-available"),
                field("queue.maxWaitSeconds", "queues.support.maxWaitSeconds:=60")
                        .given("queues.support.maxWaitSeconds:=59")
                        .call("alice dials 300", "59.9 s pass")
                        .goes("alice hears not-available", "alice hears music"),
                field("queue.waitWithoutAgents", "queues.support.waitWithoutAgents:=true")
                        .call("alice dials 300", "queue told empty")
                        .goes(
                                "alice hears not-available",
                                "alice hears queue-next queue-wait-about number-3 minutes"),
                field("queue.whenFull", "queues.support.whenFull" + TO_CLOSED)
                        .given("queues.support.maxCallers:=1")
                        .call("alice dials 300", "queue told 2")
                        .goes("alice hears not-available", "alice hears closed"),
                field("queue.whenTooLong", "queues.support.whenTooLong" + TO_CLOSED)
                        .given("queues.support.maxWaitSeconds:=60")
                        .call("alice dials 300", "60 s pass")
                        .goes("alice hears not-available", "alice hears closed"),
                field("queue.whenNoAgents", "queues.support.whenNoAgents" + TO_CLOSED)
                        .call("alice dials 300", "queue told empty")
                        .goes("alice hears not-available", "alice hears closed"),
                field("queue.keys", "queues.support.keys.1=announcement:closed")
                        .call("alice dials 300", "alice presses 1")
                        .goes("alice hears music", "alice hears closed"));
    }

    private static List<Effect> telling() {
        return List.of(
                field("queue.welcome", "queues.support.welcome=welcome")
                        .call("alice dials 300", "queue told 2")
                        .goes(
                                "alice hears queue-position number-2 queue-wait-about "
                                        + "number-3 minutes",
                                "alice hears welcome queue-position number-2 "
                                        + "queue-wait-about number-3 minutes"),
                field("queue.announceSeconds", "queues.support.announceSeconds:=44")
                        .call("alice dials 300", "queue told 2", "alice listens", "44 s pass")
                        .goes("alice hears music", "alice hears music; queue is asked"),
                field("queue.announceSeconds", "queues.support.announceSeconds:=0")
                        .call("alice dials 300", "queue told 2", "alice listens", "45 s pass")
                        .goes("alice hears music; queue is asked", "alice hears music"),
                field("queue.position", "queues.support.position:=false")
                        .call("alice dials 300", "queue told 2")
                        .goes(
                                "alice hears queue-position number-2 queue-wait-about "
                                        + "number-3 minutes",
                                "alice hears queue-wait-about number-3 minutes"),
                field("queue.waitingTime", "queues.support.waitingTime:=false")
                        .call("alice dials 300", "queue told 2")
                        .goes(
                                "alice hears queue-position number-2 queue-wait-about "
                                        + "number-3 minutes",
                                "alice hears queue-position number-2"),
                field("queue.adverts", "queues.support.adverts:=[\"offer\"]")
                        .call(
                                "alice dials 300",
                                "queue told 2",
                                "alice listens",
                                "45 s pass",
                                "queue told 2")
                        .goes(
                                "alice hears queue-position number-2 queue-wait-about "
                                        + "number-3 minutes",
                                "alice hears queue-position number-2 queue-wait-about "
                                        + "number-3 minutes offer"));
    }

    private static List<Effect> keeping() {
        return List.of(
                field("queue.voicemail", "queues.support.voicemail:=true")
                        .call("alice dials 300", "queue told empty")
                        .goes(
                                "alice hears not-available",
                                "alice hears voicemail-greeting-group beep"),
                field(
                                "queue.mailTo",
                                "company.voicemail.mailTo.queue-mailbox:support:=[\"h@shop.example\"]")
                        .given("queues.support.voicemail:=true")
                        .sight(plan -> VoicemailSight.mailed(plan, BOX))
                        .goes("[]", "[h@shop.example in en]"),
                field("queue.record", "recording.queues.support=always")
                        .call("alice dials 300", "queue offers bob", "bob rings", "bob answers")
                        .goes(
                                "alice hears bob (for Support); bob (for Support) hears alice",
                                "alice hears recording-starts (recording on); bob (for "
                                        + "Support) hears recording-starts (recording on)"));
    }
}
