package org.sonnerie.pbx.publish;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.plan.Carrier;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.Menu;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.ParkSlots;
import org.sonnerie.pbx.plan.Registration;
import org.sonnerie.pbx.plan.Trunk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the plan document (docs/plan-document.md). */
final class PlanWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanWriter() {}

    /**
     * Writes a plan.
     *
     * @param plan to be written; company id and version stay outside the document
     * @return JSON that {@link PlanReader} reads as the same plan
     */
    static String write(CompanyPlan plan) {
        ObjectNode root = JSON.createObjectNode();
        facts(root.putObject("company"), plan.facts());
        RecordingText.write(root, plan.facts().recording());
        PeopleText.write(root, plan.people(), plan.groups());
        ArrayNode menus = root.putArray("menus");
        plan.menus().forEach(menu -> menu(menus.addObject(), menu));
        RoomText.write(root, plan.rooms());
        outside(root, plan.outside());
        FlowWriter.write(root, plan.flow());
        ScreeningText.write(root, plan.outside().screening());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void facts(ObjectNode node, CompanyFacts facts) {
        node.put("name", facts.name())
                .put("country", facts.country())
                .put("language", facts.language())
                .put("timeZone", facts.timeZone().getId());
        VoicemailText.write(node, facts.voicemail());
    }

    private static void menu(ObjectNode node, Menu menu) {
        node.put("id", menu.id().text())
                .put("name", menu.name())
                .put("extension", menu.extension())
                .put("greeting", menu.greeting());
        destinations(node.putObject("keys"), menu.keys());
        node.put("extensionsDialable", menu.extensionsDialable())
                .put("timeoutSeconds", menu.patience().timeoutSeconds())
                .put("maxTries", menu.patience().maxTries())
                .put("afterTimeout", DestinationText.of(menu.patience().nothingTyped()))
                .put("afterInvalid", DestinationText.of(menu.patience().notUnderstood()));
        ObjectNode languages = node.putObject("languages");
        menu.languages().forEach((key, language) -> languages.put(key.toString(), language));
    }

    private static void outside(ObjectNode root, Outside outside) {
        ArrayNode numbers = root.putArray("numbers");
        outside.numbers()
                .forEach(number ->
                        numbers.addObject()
                                .put("number", number.e164())
                                .put("to", DestinationText.of(number.destination()))
                                .put("language", number.language().orElse(null)));
        ArrayNode trunks = root.putArray("trunks");
        outside.trunks().forEach(trunk -> trunk(trunks.addObject(), trunk));
        ObjectNode dialling = root.putObject("dialling");
        destinations(dialling.putObject("codes"), outside.rules().codes());
        texts(dialling.putArray("openCallingCodes"), outside.rules().openCallingCodes());
        dialling.put(
                "parkSlots", outside.rules().parkSlots().map(ParkSlots::toString).orElse(null));
    }

    private static void trunk(ObjectNode node, Trunk trunk) {
        Carrier carrier = trunk.carrier();
        node.put("id", trunk.id().text())
                .put("name", trunk.name())
                .put("host", carrier.host())
                .put("port", carrier.port())
                .put("transport", low(carrier.transport()));
        texts(node.putArray("allowedSources"), carrier.allowedSources());
        texts(node.putArray("codecs"), carrier.codecs().stream().map(PlanWriter::low).toList());
        texts(node.putArray("mediaNetworks"), carrier.mediaNetworks());
        node.put("callerNumber", trunk.callerNumber().orElse(null));
        trunk.registration()
                .ifPresentOrElse(
                        account -> registration(node.putObject("registration"), account),
                        () -> node.putNull("registration"));
    }

    private static void registration(ObjectNode node, Registration account) {
        node.put("user", account.user())
                .put("authUser", account.authUser().orElse(null))
                .put("registrar", account.registrar().orElse(null))
                .put("realm", account.realm().orElse(null))
                .put("expirySeconds", account.expirySeconds());
    }

    private static void destinations(ObjectNode node, Map<?, Destination> destinations) {
        destinations.forEach((key, to) -> node.put(String.valueOf(key), DestinationText.of(to)));
    }

    private static void texts(ArrayNode node, Collection<?> all) {
        List.copyOf(all).forEach(one -> node.add(one.toString()));
    }

    private static String low(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
