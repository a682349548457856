package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.Scene;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.voicemail.VoicemailSight;

/** What the fields of a person do; the one who is changed is Bob. */
final class PersonEffects {
    private static final PersonId BOB = new PersonId("bob");

    private PersonEffects() {}

    static List<Effect> all() {
        return Stream.of(himself(), reach(), listing()).flatMap(List::stream).toList();
    }

    private static Object mailed(CompanyPlan plan) {
        return VoicemailSight.mailed(plan, MailboxId.of(BOB));
    }

    private static List<Effect> himself() {
        return List.of(
                field("person.name", "people.bob.name=Robert Moreau")
                        .call("alice dials Robert Moreau")
                        .goes("alice hears unobtainable", "alice up; bob trying"),
                field("person.extension", "people.bob.extension=105")
                        .call("alice dials 102")
                        .goes("alice up; bob trying", "alice hears unobtainable"),
                field("person.email", "people.bob.email=bob@shop.example")
                        .sight(PersonEffects::mailed)
                        .goes("[]", "[bob@shop.example in en]"),
                field("person.language", "people.bob.language=fr")
                        .given("people.bob.email=bob@shop.example")
                        .sight(PersonEffects::mailed)
                        .goes("[bob@shop.example in en]", "[bob@shop.example in fr]"),
                field("person.ringSeconds", "people.bob.ringSeconds:=21")
                        .call("alice dials 102", "bob rings", "20 s pass")
                        .goes(
                                "alice hears not-available; bob out: no_answer",
                                "alice hears ring_back; bob ringing"),
                field("person.ringSeconds", "people.bob.ringSeconds:=19")
                        .call("alice dials 102", "bob rings", "19.9 s pass")
                        .goes(
                                "alice hears ring_back; bob ringing",
                                "alice hears not-available; bob out: no_answer"),
                field("person.callWaiting", "people.bob.callWaiting:=false")
                        .sight(plan ->
                                plan.person(BOB).orElseThrow().mayBeRung(() -> true)
                                        ? "is rung while he talks"
                                        : "is busy while he talks")
                        .goes("is rung while he talks", "is busy while he talks"),
                field("person.voicemail", "people.bob.voicemail:=true")
                        .call("alice dials 102", "bob rings", "20 s pass")
                        .goes(
                                "alice hears not-available; bob out: no_answer",
                                "alice hears voicemail-greeting beep; bob out: no_answer"),
                field("person.record", "recording.people.bob=always")
                        .call("alice dials 102", "bob rings", "bob answers")
                        .goes(
                                "alice hears bob; bob hears alice",
                                "alice hears recording-starts (recording on); bob hears "
                                        + "recording-starts (recording on)"));
    }

    private static List<Effect> reach() {
        String follow = "{\"number\":\"+33612345678\",\"afterSeconds\":5}";
        String rule = "[{\"name\":\"Alice\",\"callers\":\"colleagues\",\"to\":\"person:carol\"}]";
        return List.of(
                field("person.reach.doNotDisturb", "people.bob.reach.doNotDisturb:=true")
                        .call("alice dials 102")
                        .goes("alice up; bob trying", "alice hears busy"),
                field("person.reach.always", "people.bob.reach.always=person:carol")
                        .call("alice dials 102")
                        .goes("alice up; bob trying", "alice up; carol (for Bob Moreau) trying"),
                field("person.reach.busy", "people.bob.reach.busy=person:carol")
                        .call("alice dials 102", "bob ends busy")
                        .goes(
                                "alice hears busy; bob out: busy",
                                "alice hears ring_back; bob out: busy; carol (for Bob "
                                        + "Moreau) trying"),
                field("person.reach.noAnswer", "people.bob.reach.noAnswer=person:carol")
                        .call("alice dials 102", "bob rings", "20 s pass")
                        .goes(
                                "alice hears not-available; bob out: no_answer",
                                "alice hears ring_back; bob out: no_answer; carol (for Bob "
                                        + "Moreau) trying"),
                field("person.reach.unreachable", "people.bob.reach.unreachable=person:carol")
                        .call("alice dials 102", "bob ends unreachable")
                        .goes(
                                "alice hears not-available; bob out: unreachable",
                                "alice hears ring_back; bob out: unreachable; carol (for Bob "
                                        + "Moreau) trying"),
                field("person.reach.followMe", "people.bob.reach.followMe:=" + follow)
                        .call("alice dials 102", "bob rings", "5 s pass")
                        .goes(
                                "alice hears ring_back; bob ringing",
                                "alice hears ring_back; bob ringing; +33612345678 over "
                                        + "loopback as +33145678901 Shop trying"),
                field("person.reach.rules", "people.bob.reach.rules:=" + rule)
                        .call("alice dials 102")
                        .goes("alice up; bob trying", "alice up; carol (for Bob Moreau) trying"));
    }

    private static List<Effect> listing() {
        return List.of(
                field("person.listed", "people.bob.listed:=false")
                        .given("dialling.codes.*411=directory")
                        .call("alice dials *411", "alice presses 262#")
                        .goes(
                                "alice hears letter-b letter-o letter-b / letter-m letter-o "
                                        + "letter-r letter-e letter-a letter-u directory-extension "
                                        + "number-1 number-0 number-2 directory-keys",
                                "alice hears letter-a letter-l letter-i letter-c letter-e / "
                                        + "letter-d letter-u letter-r letter-a letter-n letter-d "
                                        + "directory-extension number-1 number-0 number-1 "
                                        + "directory-keys"),
                field("person.department", "people.bob.department=It")
                        .given("dialling.codes.*411=directory", "people.carol.name=Bob Moreau")
                        .sight(plan -> Scene.play(plan, "alice dials *411", "alice presses 262#"))
                        .goes(
                                "alice hears letter-b letter-o letter-b / letter-m letter-o "
                                        + "letter-r letter-e letter-a letter-u directory-extension "
                                        + "number-1 number-0 number-2 directory-keys",
                                "alice hears letter-b letter-o letter-b / letter-m letter-o "
                                        + "letter-r letter-e letter-a letter-u directory-department "
                                        + "letter-i letter-t directory-extension number-1 number-0 "
                                        + "number-2 directory-keys"));
    }
}
