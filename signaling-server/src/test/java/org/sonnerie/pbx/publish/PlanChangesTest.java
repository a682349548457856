package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.DemoCompany;
import org.sonnerie.pbx.plan.Shop;

class PlanChangesTest {
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
        return PlanChanges.between(before, after).stream().map(PlanChange::toString).toList();
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
                        "hours \"Shop\", monday: 09:00-12:00 → 09:00-12:00, 14:00-18:00",
                        "hours \"Shop\", saturday: closed → 09:00-12:00");
        assertThat(sentences(saturday, shop))
                .contains("hours \"Shop\", saturday: 09:00-12:00 → closed");
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
