package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.voicemail.VoicemailSight;

/** What the fields of a ring group do. */
final class GroupEffects {
    private static final MailboxId BOX = MailboxId.of(new GroupId("sales"));
    private static final String IN_ORDER = "groups.sales.strategy=in-order";

    private GroupEffects() {}

    static List<Effect> all() {
        return Stream.of(whoIsRung(), whatElse()).flatMap(List::stream).toList();
    }

    private static List<Effect> whoIsRung() {
        return List.of(
                field("group.name", "groups.sales.name=Shop floor")
                        .call("carol dials 200")
                        .goes(
                                "carol up; alice (for Sales) trying; bob (for Sales) trying",
                                "carol up; alice (for Shop floor) trying; bob (for Shop "
                                        + "floor) trying"),
                field("group.extension", "groups.sales.extension=201")
                        .call("carol dials 200")
                        .goes(
                                "carol up; alice (for Sales) trying; bob (for Sales) trying",
                                "carol hears unobtainable"),
                field("group.members", "groups.sales.members:=[\"bob\"]")
                        .call("carol dials 200")
                        .goes(
                                "carol up; alice (for Sales) trying; bob (for Sales) trying",
                                "carol up; bob (for Sales) trying"),
                field("group.strategy", IN_ORDER)
                        .call("carol dials 200")
                        .goes(
                                "carol up; alice (for Sales) trying; bob (for Sales) trying",
                                "carol up; alice (for Sales) trying"),
                field("group.strategy", "groups.sales.strategy=round-robin")
                        .call("carol dials 200", "group is bob alice")
                        .goes(
                                "carol up; alice (for Sales) trying; bob (for Sales) trying",
                                "carol up; bob (for Sales) trying"),
                field("group.ringSeconds", "groups.sales.ringSeconds:=21")
                        .call("carol dials 200", "alice rings", "bob rings", "20 s pass")
                        .goes(
                                "carol hears not-available; alice (for Sales) out: "
                                        + "no_answer; bob (for Sales) out: no_answer",
                                "carol hears ring_back; alice (for Sales) ringing; bob (for "
                                        + "Sales) ringing"),
                field("group.ringSeconds", "groups.sales.ringSeconds:=19")
                        .call("carol dials 200", "alice rings", "bob rings", "19.9 s pass")
                        .goes(
                                "carol hears ring_back; alice (for Sales) ringing; bob (for "
                                        + "Sales) ringing",
                                "carol hears not-available; alice (for Sales) out: "
                                        + "no_answer; bob (for Sales) out: no_answer"),
                field("group.memberSeconds", "groups.sales.memberSeconds:=9")
                        .given(IN_ORDER)
                        .call("carol dials 200", "alice rings", "9 s pass")
                        .goes(
                                "carol hears ring_back; alice (for Sales) ringing",
                                "carol hears ring_back; alice (for Sales) out: no_answer; "
                                        + "bob (for Sales) trying"));
    }

    private static List<Effect> whatElse() {
        return List.of(
                field("group.hears", "groups.sales.hears=music")
                        .call("carol dials 200", "alice rings")
                        .goes(
                                "carol hears ring_back; alice (for Sales) ringing; bob (for "
                                        + "Sales) trying",
                                "carol hears music; alice (for Sales) ringing; bob (for "
                                        + "Sales) trying"),
                field("group.otherwise", "groups.sales.otherwise=announcement:closed")
                        .call("carol dials 200", "alice rings", "bob rings", "20 s pass")
                        .goes(
                                "carol hears not-available; alice (for Sales) out: "
                                        + "no_answer; bob (for Sales) out: no_answer",
                                "carol hears closed; alice (for Sales) out: no_answer; bob "
                                        + "(for Sales) out: no_answer"),
                field("group.voicemail", "groups.sales.voicemail:=true")
                        .call("carol dials 200", "alice rings", "bob rings", "20 s pass")
                        .goes(
                                "carol hears not-available; alice (for Sales) out: "
                                        + "no_answer; bob (for Sales) out: no_answer",
                                "carol hears voicemail-greeting-group beep; alice (for "
                                        + "Sales) out: no_answer; bob (for Sales) out: no_answer"),
                field(
                                "group.mailTo",
                                "company.voicemail.mailTo.group-mailbox:sales:=[\"all@shop.example\"]")
                        .given("groups.sales.voicemail:=true")
                        .sight(plan -> VoicemailSight.mailed(plan, BOX))
                        .goes("[]", "[all@shop.example in en]"),
                field("group.record", "recording.groups.sales=always")
                        .call("carol dials 200", "alice rings", "alice answers")
                        .goes(
                                "carol hears alice (for Sales); alice (for Sales) hears "
                                        + "carol; bob (for Sales) out: answered_elsewhere",
                                "carol hears recording-starts (recording on); alice (for "
                                        + "Sales) hears recording-starts (recording on); bob (for "
                                        + "Sales) out: answered_elsewhere"));
    }
}
