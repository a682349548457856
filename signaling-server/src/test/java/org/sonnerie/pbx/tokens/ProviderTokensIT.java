package org.sonnerie.pbx.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonnerie.pbx.company.CompanyTerms;
import org.sonnerie.pbx.fake.BothDatabases;
import org.sonnerie.pbx.fake.Browser;
import org.sonnerie.pbx.fake.Program;
import org.sonnerie.pbx.fake.ProviderProgram;
import org.sonnerie.pbx.fake.RunningServer;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.security.Endpoints;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;

/** A token of the provider opens what is his and nothing of a company, and the other way round. */
@BothDatabases("TokenRows")
class ProviderTokensIT {
    private static final String PAGE = "/provider/tokens";
    private static final String OF_PROVIDER = "/api/v1/provider/";
    private static final String COMPANIES = "/api/v1/provider/companies";
    private static final CompanyId MARTIN = new CompanyId("boulangerie-martin");

    private RunningServer server;
    private Browser provider;
    private Browser admin;

    @BeforeEach
    void start() {
        server = RunningServer.demo();
        provider = Browser.signedIn(server, "provider");
        admin = Browser.signedIn(server, "admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void itIsShownOnceListedLoggedAndRevoked() {
        assertThat(provider.get(PAGE).body())
                .contains("API tokens", "provider:read", "provider:write", "while you are the")
                .doesNotContain("plan:read");
        Program backup = ProviderProgram.of(server, provider, "Billing", "provider:read");

        assertThat(backup.get(COMPANIES).body()).contains("Boulangerie Martin");
        String page = provider.get(PAGE).body();
        assertThat(page).contains("Billing", backup.token().substring(0, 10));
        assertThat(page).doesNotContain(backup.token());
        assertThat(admin.get("/admin/audit-log?kind=tokens").body())
                .contains("Made the API token Billing")
                .doesNotContain(backup.token());

        String revoke =
                page.replaceAll("(?s).*action=\"(/provider/tokens/[^\"]+/revoke)\".*", "$1");
        assertThat(provider.submit(PAGE, revoke, Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith(PAGE));
        isProblem(backup.get(COMPANIES), 401, "not, or no longer, good");
        assertThat(provider.get(PAGE).body()).contains("opens nothing any more");
    }

    @Test
    void whatCannotBeIsSaidAndNothingTypedIsLost() {
        assertThat(provider.submit(PAGE, PAGE, Map.of("name", "B", "days", "30")).body())
                .contains("Choose at least one thing", "value=\"B\"");
        assertThat(
                        provider.submit(
                                        PAGE,
                                        PAGE,
                                        Map.of("name", "B", "days", "30", "scopes", "plan:read"))
                                .body())
                .as("nothing of a company")
                .contains("may do no more")
                .doesNotContain("id=\"secret\"");
    }

    @Test
    void itOpensNoEndpointOfACompany() {
        Program program =
                ProviderProgram.of(server, provider, "all", "provider:read", "provider:write");

        List<String> others =
                Endpoints.rows().keySet().stream()
                        .filter(one -> one.contains(" /api/v1/") && !one.contains(OF_PROVIDER))
                        .filter(one -> !one.endsWith("/openapi.json"))
                        .toList();
        assertThat(others).hasSizeGreaterThan(60);
        for (String endpoint : others) {
            isProblem(
                    program.ask(
                            Endpoints.method(endpoint),
                            Endpoints.filled(endpoint, "x"),
                            "{}",
                            Map.of()),
                    403,
                    "this is for admins of a company");
        }
        assertThat(program.get("/provider").statusCode()).as("no page").isEqualTo(302);
    }

    @Test
    void aCompanysTokenOpensNothingOfTheProviders() {
        Program program = Program.of(server, admin, "all", "plan:read", "tokens:write");

        List<String> provided =
                Endpoints.rows().keySet().stream()
                        .filter(one -> one.contains(OF_PROVIDER))
                        .toList();
        assertThat(provided).hasSizeGreaterThan(20);
        for (String endpoint : provided) {
            isProblem(
                    program.ask(
                            Endpoints.method(endpoint),
                            Endpoints.filled(endpoint, "x"),
                            "{}",
                            Map.of()),
                    403,
                    "this is for the provider");
        }
        String wish = "{\"name\":\"p\",\"scopes\":[\"provider:read\"],\"days\":1}";
        isProblem(program.post("/api/v1/tokens", wish), 422, "scopes: there is no provider:read");
        isProblem(
                admin.ask(
                        "POST", "/api/v1/tokens", wish, Map.of("Content-Type", "application/json")),
                422,
                "scopes: there is no provider:read");
        assertThat(
                        admin.submit(
                                        "/admin/tokens",
                                        "/admin/tokens",
                                        Map.of("name", "p", "days", "1", "scopes", "provider:read"))
                                .body())
                .contains("may do no more")
                .doesNotContain("id=\"secret\"");
        assertThat(admin.get("/admin/tokens").body()).doesNotContain("provider:read");
    }

    @Test
    void whoReadsDoesNotWriteAndWhoWritesDoesNotRead() {
        Program reads = ProviderProgram.of(server, provider, "reads", "provider:read");
        Program writes = ProviderProgram.of(server, provider, "writes", "provider:write");

        for (Map.Entry<String, Set<String>> row : Endpoints.rows().entrySet()) {
            String endpoint = row.getKey();
            if (endpoint.contains(OF_PROVIDER)) {
                HttpResponse<String> answer =
                        reads.ask(
                                Endpoints.method(endpoint),
                                Endpoints.filled(endpoint, "x"),
                                "{}",
                                Map.of());
                boolean changes =
                        !Endpoints.method(endpoint).equals("GET")
                                || endpoint.endsWith("/export")
                                || endpoint.endsWith("/file");
                assertThat(answer.statusCode() == 403).as(endpoint).isEqualTo(changes);
            }
        }
        isProblem(writes.get(COMPANIES), 403, "this token lacks the scope provider:read");
    }

    @Test
    void neitherSeesNorRevokesTheOthers() {
        ProviderProgram.of(server, provider, "Of the provider", "provider:read");
        Program.of(server, admin, "Of the company", "tokens:read");

        String list = admin.get("/api/v1/tokens").body();
        assertThat(list).contains("Of the company").doesNotContain("Of the provider");
        assertThat(admin.get("/admin/tokens").body()).doesNotContain("Of the provider");
        String page = provider.get(PAGE).body();
        assertThat(page).contains("Of the provider").doesNotContain("Of the company");
        String theirs =
                page.replaceAll("(?s).*action=\"/provider/tokens/([^\"]+)/revoke\".*", "$1");
        assertThat(admin.ask("DELETE", "/api/v1/tokens/" + theirs, "", Map.of()).statusCode())
                .isEqualTo(404);
        String ours = list.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(provider.submit(PAGE, PAGE + "/" + ours + "/revoke", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void itDiesByItsEndAndItsPersonsRoleButNotByASuspension() {
        Program program = ProviderProgram.of(server, provider, "P", "provider:read");

        server.bean(CompanyTerms.class).suspend(MARTIN, true);
        assertThat(program.get(COMPANIES).statusCode()).isEqualTo(200);
        server.bean(CompanyTerms.class).suspend(MARTIN, false);
        role("ADMIN");
        isProblem(program.get(COMPANIES), 401, "no longer, good");
        role("PROVIDER");
        assertThat(program.get(COMPANIES).statusCode()).isEqualTo(200);
        server.clock().ahead(Duration.ofDays(31));
        isProblem(program.get(COMPANIES), 401, "no longer, good");
    }

    private void role(String role) {
        server.bean(Tables.class)
                .across(ProviderWork.START)
                .sql("update person set role = ? where user_name = 'provider'")
                .param(role)
                .update();
    }
}
