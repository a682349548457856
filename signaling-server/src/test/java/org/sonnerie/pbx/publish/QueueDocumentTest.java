package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Counter;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.InconsistentPlanException;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PlanProblem;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Queue;
import org.sonnerie.pbx.plan.QueueId;
import org.sonnerie.pbx.plan.Serving;
import org.sonnerie.pbx.plan.Telling;
import org.sonnerie.pbx.plan.Waiting;

/** Queues in the plan document. */
final class QueueDocumentTest {
    private static final String SHORT =
            "\"id\": \"support\", \"name\": \"Support\", \"extension\": \"300\","
                    + " \"agents\": [\"bob\", \"carol\"]";

    private static CompanyPlan read(String document) {
        return PlanReader.read(DemoCompany.plan().company(), 1, document);
    }

    private static String with(String queue) {
        return PlanWriter.write(DemoCompany.plan())
                .replaceFirst("\"queues\" : \\[ ]", "\"queues\": [{" + queue + "}]");
    }

    @Test
    void whatIsLeftOutIsAsUsual() {
        assertThat(read(with(SHORT)).queue(Counter.SUPPORT)).contains(Counter.support());
    }

    @Test
    void allOfItIsReadAndWritten() {
        Queue queue =
                Counter.support()
                        .with(new Serving(Serving.Strategy.FEWEST_CALLS, 12, 30))
                        .with(
                                new Waiting(
                                        5,
                                        300,
                                        true,
                                        new Waiting.Overflow(
                                                Optional.of(
                                                        new Destination.ToGroup(DemoCompany.SALES)),
                                                Optional.of(
                                                        new Destination.ToPerson(
                                                                DemoCompany.ALICE)),
                                                Optional.of(new Destination.ToHangUp())),
                                        Map.of(
                                                '1',
                                                new Destination.ToMailbox(
                                                        MailboxId.of(Counter.SUPPORT)))))
                        .with(new Telling(Optional.of("closed"), 30, true, false, List.of("a")))
                        .withVoicemail()
                        .supervisedBy(List.of(DemoCompany.ALICE));
        CompanyPlan plan = Counter.plan(queue).consistent();

        String written = PlanWriter.write(plan);

        assertThat(written).contains("\"fewest-calls\"", "\"queue-mailbox:support\"");
        assertThat(read(written)).isEqualTo(plan);
    }

    @Test
    void aPriorityStandsBehindTheQueue() {
        String document =
                with(SHORT)
                        .replace(
                                "\"numbers\" : [ {",
                                "\"numbers\" : [ {\"number\": \"+15550100300\","
                                        + " \"to\": \"queue:support:5\"}, {");

        CompanyPlan plan = read(document);

        assertThat(plan.outside().numbers().getFirst())
                .isEqualTo(
                        new PublicNumber(
                                "+15550100300", new Destination.ToQueue(Counter.SUPPORT, 5)));
        assertThat(read(PlanWriter.write(plan))).isEqualTo(plan);
        assertThat(plan.at(new Destination.ToQueue(Counter.SUPPORT, 5)))
                .map(CompanyPlan.Place::name)
                .contains("Support");
        assertThatThrownBy(() -> read(document.replace("support:5", "support:high")))
                .isInstanceOf(PlanDocumentException.class)
                .hasMessageContaining("priority");
    }

    @Test
    void aWrongQueueIsRefusedWithThePlace() {
        Queue wrong =
                new Queue(
                                new QueueId("wrong"),
                                "Wrong",
                                "300",
                                List.of(DemoCompany.BOB, DemoCompany.BOB, new PersonId("nobody")))
                        .supervisedBy(List.of(new PersonId("nobody")))
                        .with(new Serving(Serving.Strategy.ALL, 0, -1))
                        .with(
                                new Waiting(
                                        0,
                                        0,
                                        false,
                                        Waiting.Overflow.NOWHERE,
                                        Map.of('A', new Destination.ToHangUp())))
                        .with(new Telling(Optional.empty(), 1, true, true, List.of()));

        assertThatThrownBy(() -> Counter.plan(wrong).consistent())
                .isInstanceOfSatisfying(
                        InconsistentPlanException.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(PlanProblem::place)
                                        .containsExactlyInAnyOrder(
                                                "queue \"Wrong\"",
                                                "queue \"Wrong\"",
                                                "queue \"Wrong\"",
                                                "queue \"Wrong\", ringSeconds",
                                                "queue \"Wrong\", wrapUpSeconds",
                                                "queue \"Wrong\", announceSeconds",
                                                "queue \"Wrong\", maxCallers",
                                                "queue \"Wrong\", maxWaitSeconds",
                                                "queue \"Wrong\", key A"));
    }
}
