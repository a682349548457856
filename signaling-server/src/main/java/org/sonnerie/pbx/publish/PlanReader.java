package org.sonnerie.pbx.publish;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonnerie.pbx.plan.Carrier;
import org.sonnerie.pbx.plan.CompanyFacts;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination;
import org.sonnerie.pbx.plan.DialRules;
import org.sonnerie.pbx.plan.Flaw;
import org.sonnerie.pbx.plan.FlawedTextException;
import org.sonnerie.pbx.plan.Outside;
import org.sonnerie.pbx.plan.ParkSlots;
import org.sonnerie.pbx.plan.PlanVersion;
import org.sonnerie.pbx.plan.PublicNumber;
import org.sonnerie.pbx.plan.Registration;
import org.sonnerie.pbx.plan.Spot;
import org.sonnerie.pbx.plan.Trunk;
import org.sonnerie.pbx.plan.TrunkId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the plan document (docs/plan-document.md), strictly. */
final class PlanReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanReader() {}

    /**
     * Reads a document.
     *
     * @param company whose plan it becomes
     * @param version its number
     * @param document JSON
     * @return the plan, checked for consistency
     * @throws PlanDocumentException if a member is missing, of the wrong kind or unknown
     * @throws org.sonnerie.pbx.plan.InconsistentPlanException if the parts do not fit together
     */
    static CompanyPlan read(CompanyId company, long version, String document) {
        return readUnchecked(company, version, document).consistent();
    }

    /**
     * Reads a document whose parts need not fit together yet: a draft.
     *
     * @param company whose plan it becomes
     * @param version its number
     * @param document JSON
     * @return the plan, which may have {@link CompanyPlan#problems}
     * @throws PlanDocumentException if a member is missing, of the wrong kind or unknown
     */
    static CompanyPlan readUnchecked(CompanyId company, long version, String document) {
        try {
            JsonPlace root = JsonPlace.plan(JSON.readTree(document));
            return root.complete(
                    new CompanyPlan(
                            company,
                            PlanVersion.of(version),
                            facts(root.object("company")).with(RecordingText.read(root)),
                            root.objects("people", PeopleText::person),
                            root.objects("groups", PeopleText::group),
                            FlowReader.read(root),
                            root.objects("rooms", RoomText::read),
                            new Outside(
                                    root.objects("numbers", PlanReader::publicNumber),
                                    root.objects("trunks", PlanReader::trunk),
                                    rules(root.object("dialling")),
                                    ScreeningText.read(root))));
        } catch (JacksonException e) {
            throw new PlanDocumentException(
                    Spot.WHOLE, Flaw.of("not-json", e.getOriginalMessage()));
        }
    }

    private static CompanyFacts facts(JsonPlace at) {
        return at.complete(
                new CompanyFacts(
                                at.text("name"),
                                at.text("country"),
                                at.text("language"),
                                at.read("timeZone", PlanReader::timeZone))
                        .with(VoicemailText.rules(at)));
    }

    static ZoneId timeZone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new FlawedTextException(Flaw.of("not-a-time-zone"), e);
        }
    }

    private static PublicNumber publicNumber(JsonPlace at) {
        return new PublicNumber(
                at.text("number"),
                at.read("to", DestinationText::read),
                at.optionalText("language"));
    }

    private static Trunk trunk(JsonPlace at) {
        List<Carrier.Codec> codecs =
                at.texts("codecs").stream()
                        .map(name -> at.converted("codecs", name, PlanReader::codec))
                        .toList();
        Carrier carrier =
                new Carrier(
                        at.text("host"),
                        at.number("port"),
                        at.read("transport", PlanReader::transport),
                        at.texts("allowedSources"),
                        codecs,
                        at.texts("mediaNetworks"));
        return new Trunk(
                at.read("id", TrunkId::new),
                at.text("name"),
                carrier,
                at.optionalText("callerNumber"),
                at.optionalObject("registration").map(PlanReader::registration));
    }

    private static Registration registration(JsonPlace at) {
        return at.complete(
                new Registration(
                        at.text("user"),
                        at.optionalText("authUser"),
                        at.optionalText("registrar"),
                        at.optionalText("realm"),
                        at.number("expirySeconds")));
    }

    private static Carrier.Codec codec(String name) {
        return one(Carrier.Codec.class, name);
    }

    private static Carrier.Transport transport(String name) {
        return one(Carrier.Transport.class, name);
    }

    static <E extends Enum<E>> E one(Class<E> type, String name) {
        return EnumSet.allOf(type).stream()
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new FlawedTextException(
                                Flaw.of(
                                        "expected-word",
                                        EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT))));
    }

    private static DialRules rules(JsonPlace at) {
        return at.complete(
                new DialRules(
                        destinations(at, "codes"),
                        at.texts("openCallingCodes"),
                        at.optionalText("parkSlots")
                                .map(text -> at.converted("parkSlots", text, ParkSlots::read))));
    }

    static Map<String, Destination> destinations(JsonPlace at, String member) {
        Map<String, Destination> all = new LinkedHashMap<>();
        at.textsByName(member)
                .forEach((key, text) ->
                        all.put(
                                key,
                                at.converted(member + "." + key, text, DestinationText::read)));
        return all;
    }
}
