package org.sonnerie.pbx.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.Companies;
import org.sonnerie.pbx.company.Company;
import org.sonnerie.pbx.fake.AfterEachDatabase;
import org.sonnerie.pbx.fake.BeforeEachDatabase;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;

@BothDatabases("SystemHealth")
class HealthIT {
    private static RunningServer server;
    private static Browser admin;

    @BeforeEachDatabase
    static void start() {
        server = RunningServer.demo();
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEachDatabase
    static void stop() {
        server.close();
    }

    private static String page(Browser whose, String path, String language) {
        var answer = whose.ask("GET", path, "", Map.of("Accept-Language", language));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void systemIsTheAdministratorsUntilASecondCompanyComesAndTheProvidersAlways() {
        assertThat(page(admin, "/admin/health", "en"))
                .contains("Database", "Answers within", "Each call is written down", "MB free")
                .contains("Self-signed, good for", "Trunk Loopback carrier")
                .doesNotContain("looked after by your provider", "??");

        server.bean(Companies.class).add(new Company(new CompanyId("second"), "Second"));

        assertThat(page(admin, "/admin/health", "fr"))
                .contains("votre fournisseur", "Ligne réseau Loopback carrier")
                .doesNotContain("Base de données");
        assertThat(page(Browser.signedIn(server, "provider"), "/provider/health", "fr"))
                .contains("Base de données", "Chaque appel est consigné")
                .doesNotContain("Loopback", "??");
    }
}
