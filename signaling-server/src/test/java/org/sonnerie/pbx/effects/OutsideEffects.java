package org.sonnerie.pbx.effects;

import static org.sonnerie.pbx.effects.Effect.field;

import java.util.List;
import java.util.stream.Stream;
import org.sonnerie.pbx.call.Scene;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.relay.RelaySight;
import org.sonnerie.pbx.trunks.TrunkSight;
import org.sonnerie.pbx.ways.WaySight;

/** What the fields of numbers, trunks, lists of callers and rules for callers do. */
final class OutsideEffects {
    private static final String CALLS = "caller calls +33145678901";
    private static final String RULE = "screening:=[{\"list\":\"vip\",\"to\":\"person:carol\"}]";
    private static final String ACCOUNT = "trunks.loopback.registration.";

    private OutsideEffects() {}

    static List<Effect> all() {
        return Stream.of(numbers(), trunks(), registration(), callers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Effect> numbers() {
        String speaking = "numbers.+33145678901.language=fr";
        return List.of(
                field("number.number", "numbers.+33145678901.number=+33145678902")
                        .call(CALLS)
                        .goes("caller trying; alice trying", "caller out: unknown_number"),
                field("number.to", "numbers.+33145678901.to=person:bob")
                        .call(CALLS)
                        .goes("caller trying; alice trying", "caller trying; bob trying"),
                field("number.language", speaking)
                        .given("numbers.+33145678901.to=menu:main")
                        .call(CALLS)
                        .goes("caller hears menu-welcome", "caller hears menu-welcome@fr"),
                field("number.record", "recording.numbers.+33145678901=on-demand")
                        .call(CALLS, "alice rings", "alice answers")
                        .goes(
                                "caller hears alice; alice hears caller",
                                "caller hears alice; alice hears caller (recording off)"));
    }

    private static List<Effect> trunks() {
        String out = "alice dials +33612345678";
        return List.of(
                field("trunk.name", "trunks.loopback.name=Fibre")
                        .sight(plan -> Scene.story(plan, out))
                        .goes(
                                "Alice Durand dials +33612345678. +33612345678 leads to: "
                                        + "Outside number +33612345678. The call goes out to "
                                        + "+33612345678 over Line.",
                                "Alice Durand dials +33612345678. +33612345678 leads to: "
                                        + "Outside number +33612345678. The call goes out to "
                                        + "+33612345678 over Fibre."),
                field("trunk.callerNumber", "trunks.loopback.callerNumber:=null")
                        .call(out)
                        .goes(
                                "alice up; +33612345678 over loopback as +33145678901 Shop "
                                        + "trying",
                                "alice up; +33612345678 over loopback as nobody Shop trying"),
                field("trunk.host", "trunks.loopback.host=sip.other.example")
                        .sight(plan -> TrunkSight.account(plan).host())
                        .goes("sip.carrier.example", "sip.other.example"),
                field("trunk.port", "trunks.loopback.port:=5070")
                        .sight(plan -> TrunkSight.account(plan).port())
                        .goes("5060", "5070"),
                field("trunk.transport", "trunks.loopback.transport=tcp")
                        .sight(plan -> TrunkSight.account(plan).transport())
                        .goes("UDP", "TCP"),
                field("trunk.allowedSources", "trunks.loopback.allowedSources:=[\"192.0.2.7\"]")
                        .sight(plan -> TrunkSight.account(plan).allowedSources())
                        .goes("[]", "[192.0.2.7]"),
                field("trunk.codecs", "trunks.loopback.codecs:=[\"pcmu\",\"pcma\"]")
                        .sight(plan -> RelaySight.trunk(plan).codecs())
                        .goes("[PCMA]", "[PCMU, PCMA]"),
                field("trunk.mediaNetworks", "trunks.loopback.mediaNetworks:=[\"192.0.2.0/24\"]")
                        .sight(plan -> RelaySight.trunk(plan).mediaNetworks())
                        .goes("[]", "[192.0.2.0/24]"));
    }

    private static List<Effect> registration() {
        return List.of(
                field("trunk.registration.user", ACCOUNT + "user=other")
                        .sight(plan ->
                                TrunkSight.account(plan).registration().orElseThrow().userName())
                        .goes("pbx", "other"),
                field("trunk.registration.authUser", ACCOUNT + "authUser=login")
                        .sight(plan ->
                                TrunkSight.account(plan)
                                        .registration()
                                        .orElseThrow()
                                        .authUserName())
                        .goes("Optional.empty", "Optional[login]"),
                field("trunk.registration.registrar", ACCOUNT + "registrar=reg.carrier.example")
                        .sight(plan ->
                                TrunkSight.account(plan).registration().orElseThrow().registrar())
                        .goes("Optional.empty", "Optional[reg.carrier.example]"),
                field("trunk.registration.realm", ACCOUNT + "realm=carrier")
                        .sight(plan ->
                                TrunkSight.account(plan).registration().orElseThrow().realm())
                        .goes("Optional.empty", "Optional[carrier]"),
                field("trunk.registration.expirySeconds", ACCOUNT + "expirySeconds:=60")
                        .sight(plan ->
                                TrunkSight.account(plan)
                                        .registration()
                                        .orElseThrow()
                                        .expirySeconds())
                        .goes("600", "60"));
    }

    private static List<Effect> callers() {
        return List.of(
                field("callers.name", "callers.vip.name=Friends")
                        .given(RULE)
                        .sight(plan -> WaySight.to(plan, new PersonId("carol")))
                        .goes(
                                "[103, dialled by a colleague: this phone rings., Callers on "
                                        + "the list Important, on every number: this phone rings., "
                                        + "300, dialled by a colleague: Queue Support, extension 300 → "
                                        + "this phone rings., 600, dialled by a colleague: Menu Main "
                                        + "menu, extension 600 → 103 is typed → this phone rings.]",
                                "[103, dialled by a colleague: this phone rings., Callers on "
                                        + "the list Friends, on every number: this phone rings., 300, "
                                        + "dialled by a colleague: Queue Support, extension 300 → this "
                                        + "phone rings., 600, dialled by a colleague: Menu Main menu, "
                                        + "extension 600 → 103 is typed → this phone rings.]"),
                field("callers.numbers", "callers.vip.numbers:=[\"+44*\"]")
                        .given(RULE)
                        .call(CALLS)
                        .goes("caller trying; carol trying", "caller trying; alice trying"),
                field("screening", RULE)
                        .call(CALLS)
                        .goes("caller trying; alice trying", "caller trying; carol trying"));
    }
}
