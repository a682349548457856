package org.sonnerie.pbx.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.Destination.ToGroup;
import org.sonnerie.pbx.plan.GroupId;

class PlanDocumentTest {
    private static final CompanyId COMPANY = new CompanyId("boulangerie-martin");

    @Test
    void demoCompanyIsReadWhole() throws IOException {
        CompanyPlan plan = PlanReader.read(COMPANY, 7, demo());

        assertThat(plan.version()).isEqualTo(7);
        assertThat(plan.facts().country()).isEqualTo("FR");
        assertThat(plan.people()).hasSize(3);
        assertThat(plan.menus().getFirst().keys())
                .containsEntry('1', new ToGroup(new GroupId("sales")));
        assertThat(plan.outside().numbers()).hasSize(5);
        assertThat(plan.outside().trunks().getFirst().carrier().port()).isEqualTo(5070);
    }

    @Test
    void whatIsWrittenIsReadAsTheSamePlan() throws IOException {
        CompanyPlan plan = PlanReader.read(COMPANY, 1, demo());

        assertThat(PlanReader.read(COMPANY, 1, PlanWriter.write(plan))).isEqualTo(plan);
    }

    @Test
    void errorsNameThePlace() throws IOException {
        refuses(
                demo().replace("\"extension\": \"102\"", "\"extension\": 102"),
                "people[1].extension");
        refuses(demo().replace("\"maxTries\": 3", "\"maxTries\": \"3\""), "menus[0].maxTries");
        refuses(demo().replace("group:support", "gruop:support"), "menus[0].keys.2");
        refuses(demo().replace("Europe/Paris", "Europe/Lyon"), "company.timeZone");
        refuses(demo().replace("\"rooms\"", "\"roms\""), "rooms");
        refuses(demo().replace("\"pin\":", "\"colour\": \"red\", \"pin\":"), "rooms[0].colour");
        refuses(demo().replace("\"udp\"", "\"pigeon\""), "trunks[0].transport");
        refuses("[]", "an object");
        refuses("{", "not JSON");
    }

    private static void refuses(String document, String place) {
        assertThatExceptionOfType(PlanDocumentException.class)
                .isThrownBy(() -> PlanReader.read(COMPANY, 1, document))
                .withMessageContaining(place);
    }

    private static String demo() throws IOException {
        try (InputStream in =
                PlanDocumentTest.class.getResourceAsStream("/demo/boulangerie-martin.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
