package org.sonnerie.pbx.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.sonnerie.pbx.plan.GroupId;
import org.sonnerie.pbx.plan.Keyword;
import org.sonnerie.pbx.plan.Person;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.Reach;
import org.sonnerie.pbx.plan.RingGroup;
import org.sonnerie.pbx.plan.Ringing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People, how they are reached, and ring groups in the plan document. */
final class PeopleText {
    private PeopleText() {}

    static Person person(JsonPlace at) {
        return new Person(
                at.read("id", PersonId::new),
                at.text("name"),
                at.text("extension"),
                at.number("ringSeconds"),
                at.optionalTruth("callWaiting").orElse(true),
                at.optionalObject("reach").map(ReachText::read).orElse(Reach.PHONE_ONLY),
                at.optionalTruth("voicemail").orElse(false),
                VoicemailText.contact(at));
    }

    static Optional<Destination> destination(JsonPlace at, String member) {
        return at.optionalText(member).map(to -> at.converted(member, to, DestinationText::read));
    }

    static RingGroup group(JsonPlace at) {
        List<PersonId> members =
                at.texts("members").stream()
                        .map(id -> at.converted("members", id, PersonId::new))
                        .toList();
        return new RingGroup(
                at.read("id", GroupId::new),
                at.text("name"),
                at.text("extension"),
                members,
                at.number("ringSeconds"),
                new Ringing(
                        word(at, "strategy", Ringing.Strategy.ALL),
                        at.optionalNumber("memberSeconds").orElse(Ringing.MEMBER_SECONDS),
                        word(at, "hears", Ringing.Meanwhile.RING_BACK)),
                destination(at, "otherwise"),
                at.optionalTruth("voicemail").orElse(false));
    }

    static <E extends Enum<E>> E word(JsonPlace at, String member, E usual) {
        return at.optionalText(member)
                .map(text ->
                        at.converted(
                                member, text, word -> constant(usual.getDeclaringClass(), word)))
                .orElse(usual);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Keyword.read(type, word)
                .orElseThrow(() ->
                        new FlawedTextException(
                                Flaw.of(
                                        "expected-word",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Keyword::of)
                                                .toList())));
    }

    static void write(ObjectNode root, List<Person> people, List<RingGroup> groups) {
        ArrayNode all = root.putArray("people");
        people.forEach(person -> person(all.addObject(), person));
        ArrayNode rung = root.putArray("groups");
        groups.forEach(group -> group(rung.addObject(), group));
    }

    private static void person(ObjectNode node, Person person) {
        node.put("id", person.id().text())
                .put("name", person.name())
                .put("extension", person.extension())
                .put("ringSeconds", person.ringSeconds())
                .put("callWaiting", person.callWaiting())
                .put("voicemail", person.voicemail());
        VoicemailText.write(node, person.contact());
        ReachText.write(node.putObject("reach"), person.reach());
    }

    private static void group(ObjectNode node, RingGroup group) {
        node.put("id", group.id().text())
                .put("name", group.name())
                .put("extension", group.extension());
        ArrayNode members = node.putArray("members");
        group.members().forEach(member -> members.add(member.text()));
        node.put("ringSeconds", group.ringSeconds())
                .put("strategy", Keyword.of(group.ringing().strategy()))
                .put("memberSeconds", group.ringing().memberSeconds())
                .put("hears", Keyword.of(group.ringing().hears()))
                .put("otherwise", DestinationText.of(group.otherwise()))
                .put("voicemail", group.voicemail());
    }
}
