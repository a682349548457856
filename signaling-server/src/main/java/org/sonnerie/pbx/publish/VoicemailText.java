package org.sonnerie.pbx.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonnerie.pbx.plan.Contact;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.sonnerie.pbx.plan.Listing;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.VoicemailRules;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the plan document says of mailboxes, and how people are told of messages. */
final class VoicemailText {
    private VoicemailText() {}

    static Contact contact(JsonPlace at) {
        return new Contact(
                at.optionalText("email"),
                at.optionalText("language"),
                new Listing(
                        at.optionalTruth("listed").orElse(true), at.optionalText("department")));
    }

    static void write(ObjectNode person, Contact contact) {
        person.put("email", contact.email().orElse(null))
                .put("language", contact.language().orElse(null))
                .put("listed", contact.listing().listed())
                .put("department", contact.listing().department().orElse(null));
    }

    static VoicemailRules rules(JsonPlace company) {
        return company.optionalObject("voicemail")
                .map(VoicemailText::read)
                .orElse(VoicemailRules.USUAL);
    }

    private static VoicemailRules read(JsonPlace at) {
        Optional<JsonPlace> boxes = at.optionalObject("mailTo");
        return at.complete(
                new VoicemailRules(
                        boxes.map(VoicemailText::mailTo).orElse(Map.of()),
                        at.optionalNumber("maxMessages").orElse(VoicemailRules.USUAL_MESSAGES),
                        at.optionalNumber("maxMegabytes").orElse(VoicemailRules.USUAL_MEGABYTES),
                        at.optionalNumber("keepDays")));
    }

    private static Map<MailboxId, List<String>> mailTo(JsonPlace at) {
        Map<MailboxId, List<String>> all = new LinkedHashMap<>();
        at.names()
                .forEach(name ->
                        all.put(at.converted(name, name, VoicemailText::box), at.texts(name)));
        return all;
    }

    private static MailboxId box(String text) {
        if (DestinationText.read(text) instanceof Destination.ToMailbox(MailboxId box)) {
            return box;
        }
        throw new FlawedTextException(Flaw.of("not-a-mailbox"));
    }

    static void write(ObjectNode company, VoicemailRules rules) {
        ObjectNode voicemail = company.putObject("voicemail");
        ObjectNode boxes = voicemail.putObject("mailTo");
        rules.mailTo()
                .forEach((box, addresses) -> {
                    ArrayNode all = boxes.putArray(box.toString());
                    addresses.forEach(all::add);
                });
        voicemail
                .put("maxMessages", rules.maxMessages())
                .put("maxMegabytes", rules.maxMegabytes())
                .put("keepDays", rules.keepDays().orElse(null));
    }
}
