package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.Bundles;
import org.sonnerie.pbx.history.Told;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Doorman;
import org.sonnerie.pbx.plan.RecordingRules;
import org.sonnerie.pbx.plan.Screening;
import org.sonnerie.pbx.plan.Shop;
import org.sonnerie.pbx.plan.Weekdays;

class PlanChangesTest {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:put|putArray|putObject|putNull)\\(\\s*\"([A-Za-z]+)\"");

    private final CompanyPlan shop = Shop.plan();

    private CompanyPlan changed(String... pairs) {
        String document = PlanWriter.write(shop);
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(document).contains(pairs[i]);
            document = document.replace(pairs[i], pairs[i + 1]);
        }
        return PlanReader.readUnchecked(shop.company(), 2, document);
    }

    private static List<String> sentences(CompanyPlan before, CompanyPlan after) {
        return sentences(before, after, Locale.ENGLISH);
    }

    static List<String> sentences(CompanyPlan before, CompanyPlan after, Locale locale) {
        return PlanChanges.told(before, after, Told.narrator(), locale).stream()
                .map(PlanChange.Said::toString)
                .toList();
    }

    @Test
    void whatIsTheSameIsNotTold() {
        assertThat(PlanChanges.between(shop, shop)).isEmpty();
        assertThat(PlanChanges.between(shop, changed())).isEmpty();
    }

    @Test
    void hoursAreToldByTheirDays() {
        CompanyPlan saturday =
                changed(
                        "\"mon\" : [ \"09:00-12:00\" ]",
                        "\"mon\": [\"09:00-12:00\", \"14:00-18:00\"], \"sat\": [\"09:00-12:00\"]");

        assertThat(sentences(shop, saturday))
                .containsExactly(
                        "hours \"Shop\", Monday: 09:00-12:00 → 09:00-12:00, 14:00-18:00",
                        "hours \"Shop\", Saturday: closed → 09:00-12:00");
        assertThat(sentences(saturday, shop))
                .contains("hours \"Shop\", Saturday: 09:00-12:00 → closed");
    }

    @Test
    void membersAreToldWithTheNamesOfWhatTheyLeadTo() {
        assertThat(
                        sentences(
                                shop,
                                changed(
                                        "\"closed\" : \"announcement:closed\"",
                                        "\"closed\": \"person:bob\"",
                                        "\"extension\" : \"103\"",
                                        "\"extension\": \"113\"")))
                .containsExactlyInAnyOrder(
                        "person \"Carol Petit\", extension: 103 → 113",
                        "route \"Front door\", closed: announcement \"Closed\" → person \"Bob Moreau\"");
    }

    @Test
    void whatIsNewOrGoneIsNamed() {
        CompanyPlan without = DemoCompany.plan();

        assertThat(sentences(without, shop))
                .containsExactlyInAnyOrder(
                        "hours \"Shop\": added",
                        "route \"Front door\": added",
                        "announcement \"Closed\": added",
                        "announcement \"Holiday\": added");
        assertThat(sentences(shop, without)).contains("route \"Front door\": removed");
    }

    @Test
    void whereAMenuLeadsInVainIsTold() {
        assertThat(
                        sentences(
                                shop,
                                changed(
                                        "\"afterTimeout\" : null",
                                        "\"afterTimeout\": \"group:sales\"")))
                .containsExactly(
                        "menu \"Main menu\", when nothing is typed: nothing → group \"Sales\"");
    }

    @Test
    void listsOfCallersAndTheOrderOfRulesAreTold() {
        CompanyPlan doorman = Doorman.plan();
        Screening screening = doorman.outside().screening();
        CompanyPlan turned =
                shop.with(
                        shop.outside()
                                .with(
                                        new Screening(
                                                screening.lists(), screening.rules().reversed())));
        CompanyPlan fewer =
                shop.with(
                        shop.outside()
                                .with(
                                        new Screening(
                                                screening.lists().subList(0, 1),
                                                screening.rules().subList(0, 1))));

        assertThat(sentences(shop, doorman))
                .containsExactly(
                        "caller list \"Important\": added",
                        "caller list \"Blocked\": added",
                        "screening rule 1: added",
                        "screening rule 2: added",
                        "screening rule 3: added");
        assertThat(sentences(doorman, fewer))
                .containsExactly(
                        "caller list \"Blocked\": removed",
                        "screening rule 2: removed",
                        "screening rule 3: removed");
        assertThat(sentences(doorman, turned))
                .contains("screening rule 1, to: person \"Alice Durand\" → announcement \"Closed\"")
                .hasSizeGreaterThan(3);
    }

    @Test
    void aReadersLanguageIsSpoken() {
        assertThat(
                        sentences(
                                shop,
                                changed("\"mon\" : [ \"09:00-12:00\" ]", "\"mon\" : [ ]"),
                                Locale.FRENCH))
                .containsExactly("horaires «\u00a0Shop\u00a0», lundi: 09:00-12:00 → fermé");
    }

    @Test
    void whatIsSaidBeforeARecordingIsToldInWords() {
        CompanyPlan asked =
                shop.with(shop.facts().with(RecordingRules.NONE.with(RecordingRules.Consent.ASK)));
        CompanyPlan told =
                shop.with(shop.facts().with(RecordingRules.NONE.with(RecordingRules.Consent.TOLD)));

        assertThat(sentences(shop, asked))
                .containsExactly(
                        "recording, before a call is recorded: everybody hears an announcement → "
                                + "callers and people called outside are asked");
        assertThat(sentences(asked, told, Locale.FRENCH))
                .containsExactly(
                        "enregistrement, avant l’enregistrement d’un appel: l’accord des "
                                + "interlocuteurs extérieurs est demandé → rien n’est annoncé");
    }

    /** Each name and word that a document can hold, by the sources of its writers. */
    @Test
    void eachMemberAndEachWordHasWordsAndNoneIsLeftOver() throws IOException {
        Set<String> members = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/sonnerie/pbx/publish"))) {
            // A person's own file says more of him than the plan does.
            for (Path source :
                    sources.filter(one -> !one.endsWith("PersonProfile.java")).toList()) {
                Matcher written = WRITTEN.matcher(Files.readString(source));
                written.results().map(found -> found.group(1)).forEach(members::add);
            }
        }
        members.addAll(Set.of("callers", "week", "numbers", "list", "withheld"));
        Stream.of(DayOfWeek.values()).map(Weekdays::write).forEach(members::add);

        assertThat(Bundles.keys("plan.member.")).isEqualTo(members);
        assertThat(Bundles.keys("plan.word.")).isEqualTo(new TreeSet<>(ChangedValues.WORDS));
        assertThat(Bundles.keys("plan.kind.")).isEqualTo(new TreeSet<>(PlanChanges.ONE.values()));
    }

    @Test
    void holidaysAndKeysAreToldInTheirPlaces() {
        assertThat(
                        sentences(
                                shop,
                                changed(
                                        "Baker's day",
                                        "Bakers' day",
                                        "\"0\" : \"person:alice\",",
                                        "")))
                .containsExactlyInAnyOrder(
                        "hours \"Shop\", holiday \"Baker's day\", name: Baker's day → Bakers' day",
                        "menu \"Main menu\", keys, 0: person \"Alice Durand\" → nothing");
    }
}
